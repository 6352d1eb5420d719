//! Whoever was in the middle of a dialogue goes on where they were.

use stoep::practice::Target;

use super::presses::told;
use super::{begin, fixture, no_fault, seen};

#[tokio::test]
async fn every_dialogue_goes_on_at_its_step() {
    let old = fixture::old();
    let mut stage = fixture::stage(&old).await;
    begin(&mut stage).await;
    let mut answers = String::new();
    for half in &old.halves {
        let since = seen(&stage);
        let said = match (&half.press, &half.write) {
            (Some((message, data)), _) => {
                stage.world.press(half.user, half.user, *message, Target::Made(data)).unwrap();
                format!("tikt {data}")
            }
            (None, words) => {
                let words = words.as_deref().unwrap();
                stage.world.write_private(half.user, stage.bot.id, words).unwrap();
                format!("schrijft «{words}»")
            }
        };
        stage.settled().await.unwrap();
        let what = format!("{}/{} {}: {said}", half.flow, half.step, half.user);
        no_fault(&stage, &what).await;
        answers.push_str(&format!("{what}\n{}", told(&stage, since)));
    }
    stage.stop().await;
    super::presses::compare("dialogues.txt", &answers);
}
