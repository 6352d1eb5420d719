//! A time that is read and said back, and several of several in one message.

use super::*;

#[tokio::test]
async fn a_time_is_read_and_said_in_the_persons_language() {
    let mut talk = Talk::new().await;
    talk.begin("meet", json!({})).await;
    let clock = "Hoe laat op zaterdag 28 november?||Typ bijvoorbeeld: 14 uur. Of: 14 tot 16 uur.";
    assert_eq!(talk.types("zaterdag").await, [format!("{clock} [‹ Terug] [Stop]")]);
    let meant = "Bedoel je zaterdag 28 november om 9:00 uur?||Klopt het niet? Typ dan de dag en de tijd.";
    let buttons = "[Ja, dat klopt] [zaterdag 28 november om 21:00 uur] [‹ Terug] [Stop]";
    assert_eq!(talk.types("9 uur").await, [format!("{meant} {buttons}")]);
    let speaks = |language| {
        move |turn: &mut Turn<'_>| {
            let person = turn.who().unwrap();
            turn.batch().put_person(Person { language, ..person });
        }
    };
    let english = talk.command(speaks(Language::En)).await;
    assert!(english[0].contains("Do you mean Saturday 28 November, 9:00?"), "{english:?}");
    assert!(english[0].contains("[Yes, that's right] [Saturday 28 November, 21:00]"), "{english:?}");
    talk.command(speaks(Language::Nl)).await;
    assert_eq!(
        talk.types("half drie").await,
        [
            "Genoteerd: zaterdag 28 november om 14:30 uur.||meet-access [meet-access-ramp] [meet-access-quiet] [‹ Terug] [Stop]"
        ]
    );
}

#[tokio::test]
async fn several_are_chosen_in_one_message() {
    let mut talk = Talk::new().await;
    talk.begin("meet", json!({"when": {"start": "2026-11-28T14:30"}})).await;
    let (ramp, quiet) = (talk.data("meet-access-ramp"), talk.data("meet-access-quiet"));
    assert_eq!(
        talk.presses_data(&ramp).await,
        ["edit: meet-access [✓ meet-access-ramp] [meet-access-quiet] [Klaar] [Stop]"]
    );
    // Tapped before the screen was new; and a finger that tapped twice.
    assert_eq!(
        talk.presses_data(&quiet).await,
        ["edit: meet-access [✓ meet-access-ramp] [✓ meet-access-quiet] [Klaar] [Stop]"]
    );
    assert_eq!(talk.presses_data(&quiet).await, [] as [&str; 0]);
    assert_eq!(
        talk.presses("Klaar").await,
        [
            "edit: meet-access||✓ meet-access-ramp, meet-access-quiet",
            "meet-summary||meet-when-name: zaterdag 28 november om 14:30 uur|meet-access-name: meet-access-ramp, meet-access-quiet [meet-confirm] [Veranderen] [‹ Terug] [Stop]"
        ]
    );
    let done = r#"klaar meet {"access":["ramp","quiet"],"when":{"start":"2026-11-28T14:30"}}"#;
    assert_eq!(talk.presses("meet-confirm").await[1], done);
}
