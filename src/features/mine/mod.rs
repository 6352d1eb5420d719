//! `/mijn`: what somebody has of all features on one message, each in its own words, and the ways on where they have nothing.

use async_trait::async_trait;

use crate::model::{Content, Html, Result};
use crate::screen::{self, show};
use crate::turn::{Command, CommandPlace, Feature, MyThings, Page, Pressed, Turn};

/// Buttons to a page of what somebody has. Requests make them, whose list has pages.
const PAGES: &str = "req:mine";

/// The feature.
pub struct Mine;

#[async_trait]
impl Feature for Mine {
    fn name(&self) -> &'static str {
        "mine"
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "mijn", en: "mine", also: &[], place: CommandPlace::Private, help: 30 }]
    }

    fn takes_over(&self) -> &'static [&'static str] {
        &[PAGES]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        show_page(turn, 0).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        let page = data.split_once(':').and_then(|(_, page)| page.parse().ok());
        let Some(page) = page else { return Ok(Pressed::Outdated) };
        show_page(turn, page).await?;
        Ok(Pressed::Handled)
    }
}

/// A page of what the sender has.
async fn show_page(turn: &mut Turn<'_>, page: u32) -> Result<()> {
    let mut parts = gather(turn, page).await?;
    if page > 0 && parts.iter().all(|part| part.page == 0) {
        // The list became shorter.
        parts = gather(turn, 0).await?;
    }
    if let [MyThings { alone: Some(content), .. }] = parts.as_slice() {
        return show(turn, content.clone());
    }
    let mut text = Html::default();
    let mut rows = Vec::new();
    for part in parts {
        text = text.paragraph(&part.text);
        rows.extend(part.rows);
    }
    if text.is_empty() {
        text = turn.say("mine-none", &[]);
    }
    rows.extend(screen::rows_on(turn, &Page::Mine).await?);
    show(turn, Content::new(text, rows))
}

/// What the sender has of each feature, in order.
async fn gather(turn: &mut Turn<'_>, page: u32) -> Result<Vec<MyThings>> {
    let mut parts = Vec::new();
    for feature in turn.features() {
        parts.extend(feature.mine(turn, page).await?);
    }
    parts.sort_by_key(|part| part.order);
    Ok(parts)
}
