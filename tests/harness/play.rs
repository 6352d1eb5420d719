//! Plays a transcript from beginning to end and writes down what it says when it tells the truth.

use super::act::Scene;
use super::cast::{Cast, GroupSetting, Setting};
use super::opening;
use super::script::{Action, Item, Script, action, read};
use super::show::{NOT_MODIFIED, Touched};
use super::stage::Stage;
use stoep::model::Moment;

/// A transcript that was played.
pub struct Played {
    /// What the file should say; as far as it went.
    pub text: String,
    /// Why it did not go to the end.
    pub trouble: Option<String>,
    /// What it touched.
    pub touched: Touched,
}

/// Plays a file. With `reload` the program is stopped and started before every line: what it knows is on disk.
pub async fn play(source: &str, reload: bool) -> Played {
    let mut text = String::new();
    let (trouble, touched) = match begin(source).await {
        Ok((script, mut scene)) => {
            let trouble = go(&script, &mut scene, reload, &mut text).await.err();
            scene.show.touched.planned = scene.stage.jobs_until(Moment(i64::MAX)).await.unwrap_or_default();
            scene.stage.stop().await;
            (trouble, scene.show.touched)
        }
        Err(trouble) => (Some(trouble), Touched::default()),
    };
    Played { text, trouble, touched }
}

/// Everything that is there before the first line.
pub async fn begin(source: &str) -> Result<(Script, Scene), String> {
    let script = read(source)?;
    let setting = Setting::read(&script)?;
    let stage = Stage::new().await?;
    let cast = Cast::gather(&stage.world, &script, &setting)?;
    let mut scene = Scene::new(stage, cast);
    scene.settle(&[]).await?;
    if let Some(group) = &setting.neighbourhood {
        let english = |who: &str| setting.people.iter().any(|p| p.name == who && p.language == "en");
        let vouch = |name: &str| match english("Els") {
            true => format!("Els tikt [Yes, {name} belongs to us]"),
            false => format!("Els tikt [Ja, {name} hoort bij ons]"),
        };
        for line in founding(group, &setting.residents, &setting.team, vouch) {
            let done = scene.happen(&[action(&line)?], false).await;
            done.map_err(|why| format!("while the neighbourhood was set up, “{line}”: {why}"))?;
        }
        let names =
            ["Karel", "Els"].into_iter().chain(setting.residents.iter().chain(&setting.team).map(String::as_str));
        let users = names.map(|name| scene.cast.person(name)).collect::<Result<Vec<_>, _>>()?;
        scene.stage.note_adults(&users).await?;
        for name in &setting.willing {
            scene.stage.note_helper(scene.cast.person(name)?, setting.met.contains(name)).await?;
        }
        for activity in &setting.activities {
            let organiser = scene.cast.person(&activity.organiser)?;
            scene.stage.make_activity(activity, organiser).await?;
            // Its card stands in the group already.
            scene.settle(&[]).await?;
        }
        for line in opening::lines(&setting.openings, &group.title, english)? {
            let done = scene.happen(&[action(&line)?], false).await;
            done.map_err(|why| format!("before the first line, “{line}”: {why}"))?;
        }
    }
    scene.show.begin();
    Ok((script, scene))
}

/// How Karel sets up a neighbourhood with Els as its moderator: by the same conversation as anybody.
fn founding(
    group: &GroupSetting,
    residents: &[String],
    team: &[String],
    vouch: impl Fn(&str) -> String,
) -> Vec<String> {
    let title = &group.title;
    let mut lines = vec![
        "stoep invite".to_owned(),
        "Karel opent de link van de terminal".to_owned(),
        format!("Karel voegt Stoep toe aan {title}{}", if group.admin { " als beheerder" } else { "" }),
    ];
    lines.extend(group.topics.iter().map(|t| format!("Karel maakt onderwerp {t} in {title}")));
    lines.extend([
        format!("Karel tikt [Instellen] in {title}"),
        format!("Karel: {title}"),
        "Karel tikt [Wijkteam]".to_owned(),
        "Karel tikt [Iemand anders. Die nodig ik uit]".to_owned(),
        "Karel tikt [Alleen organisatoren]".to_owned(),
    ]);
    if !group.topics.is_empty() {
        lines.push("Karel tikt [Algemeen]".to_owned());
    }
    lines.push("Karel tikt [Ja, begin]".to_owned());
    lines.push("Els opent de uitnodiging van Karel".to_owned());
    for name in team {
        lines.extend(["Karel: /buurt", "Karel tikt [Iemand uitnodigen]", "Karel tikt [Teamlid]"].map(str::to_owned));
        lines.push(format!("{name} opent de uitnodiging van Karel"));
        // Els says that they belong to the team.
        lines.push(vouch(name));
    }
    lines.extend(residents.iter().map(|name| format!("{name} opent de buurtlink van Karel")));
    lines
}

async fn go(script: &Script, scene: &mut Scene, reload: bool, text: &mut String) -> Result<(), String> {
    // A remark or an action stands apart from what Stoep did before it.
    let mut apart = false;
    for item in &script.items {
        match item {
            Item::Remark(line) | Item::Setting(line) => {
                if apart {
                    text.push('\n');
                }
                apart = false;
                text.push_str(line);
                text.push('\n');
            }
            Item::Happens(lines, actions) => {
                let first = text.lines().last().is_some_and(|l| !l.starts_with('>') && !l.starts_with('#'));
                if apart || first {
                    text.push('\n');
                }
                for line in lines {
                    text.push_str(line);
                    text.push('\n');
                }
                let shown =
                    scene.happen(actions, reload).await.map_err(|why| format!("{}\n  {why}", lines.join("\n")))?;
                apart = !shown.is_empty();
                for line in shown {
                    text.push_str(&line);
                    text.push('\n');
                }
            }
        }
    }
    Ok(())
}

impl Scene {
    /// One action, or several at one moment; returns what is to be seen of it.
    pub async fn happen(&mut self, actions: &[Action], reload: bool) -> Result<Vec<String>, String> {
        let together = actions.len() > 1;
        if reload || together {
            self.stage.stop().await;
        }
        if reload && !together {
            self.stage.start().await?;
            self.stage.settled().await?;
        }
        let blind = together || actions.iter().any(|a| matches!(a, Action::Tap { old: true, .. }));
        if blind {
            self.show.expected.push(NOT_MODIFIED.into());
        }
        let mut shown = Vec::new();
        let mut actors = Vec::new();
        for action in actions {
            if let Some(who) = action.who() {
                actors.push(self.cast.person(who)?);
            }
            shown.extend(self.act(action).await?);
        }
        self.stage.start().await?;
        shown.extend(self.settle(&actors).await?);
        self.show.expected.retain(|e| e != NOT_MODIFIED);
        Ok(shown)
    }

    /// What is to be seen since the last time, once Stoep is quiet.
    pub async fn look(&mut self) -> Result<Vec<String>, String> {
        self.show.expected.push(NOT_MODIFIED.into());
        let shown = self.settle(&[]).await;
        self.show.expected.retain(|e| e != NOT_MODIFIED);
        shown
    }

    async fn settle(&mut self, actors: &[i64]) -> Result<Vec<String>, String> {
        self.stage.settled().await?;
        self.show.look(&self.stage.world, &self.cast, self.stage.bot.id, actors)
    }
}
