//! Who gets a poster, and what its button carries.

use super::*;
use crate::model::{Language, Send};
use crate::turn::town::Town;

/// What somebody gets who presses [Poster] of this neighbourhood, of which they are a resident or not.
async fn pressed(data: &str, joins: bool) -> (Pressed, Vec<Send>) {
    let mut town = Town::new(["Oost", "West"], &[(3, "Joop", usize::from(!joins), &[])]).await;
    let n = town.neighbourhoods[0];
    let data = data.replace("{n}", &n.to_string());
    let press = async |turn: &mut Turn<'_>| {
        let in_english = Neighbourhood { language: Language::En, ..turn.neighbourhood(n).await? };
        turn.update_neighbourhood(in_english).await?;
        Invite.press(turn, &data).await
    };
    let (pressed, sent) = town.press(&[], 3, &data, press).await;
    (pressed.unwrap(), sent)
}

#[tokio::test]
async fn a_poster_is_for_residents_of_that_neighbourhood() {
    let is_poster = |s: &Send| matches!(s, Send::Document { file, .. } if file.bytes.starts_with(b"%PDF"));
    let (_, sent) = pressed("poster:{n}", true).await;
    let Some(Send::Document { file, content }) = sent.iter().find(|s| is_poster(s)) else { panic!("{sent:?}") };
    assert!(String::from_utf8_lossy(&file.bytes).contains("Scan the code"), "in the language of the group");
    assert!(content.text.as_str().starts_with("Print de poster"), "in their own");
    for made_up in ["poster:{n}", "poster:999", "poster:", "x"] {
        let (pressed, sent) = pressed(made_up, false).await;
        assert!(!sent.iter().any(is_poster), "{made_up}");
        assert_eq!(pressed, Pressed::Outdated, "{made_up}");
    }
}
