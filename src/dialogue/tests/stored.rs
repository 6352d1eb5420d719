//! Drafts as they were stored once: they are read, written back byte for byte, and go on.

use super::*;
use crate::model::Moment;

const FLOW: &str = r#"
id = "meet"
version = 1
feature = "f"
[[step]]
id = "when"
kind = "when"
purpose = "activity"
[[step]]
id = "access"
kind = "many"
choices = ["ramp", "quiet", "free"]
"#;

/// In the middle of a question whether a time is meant so, of one about a day that is no such weekday, and of choosing several.
const STORED: [(&str, &str, &str); 3] = [
    (
        r#"{"flow":"meet","version":1,"nonce":4711,"asked":2,"answers":{},"at":{"step":"when"},"trail":[],"all":false,"offered":null,"suggested":0,"hidden":[],"alone":[],"wishes":{},"heard":{"timing":{"start":"2026-11-25T09:00"},"other":{"start":"2026-11-25T21:00"},"doubt":"meant"},"picks":null,"pending":null,"note":null,"before":null,"cut_at":null}"#,
        "ja",
        "meet-access",
    ),
    (
        r#"{"flow":"meet","version":1,"nonce":4711,"asked":3,"answers":{},"at":{"step":"when"},"trail":[],"all":false,"offered":null,"suggested":0,"hidden":[],"alone":[],"wishes":{},"heard":{"timing":{"start":"2026-12-05T09:00"},"other":null,"doubt":{"noton":2}},"picks":null,"pending":null,"note":null,"before":null,"cut_at":null}"#,
        "ja",
        "meet-access",
    ),
    (
        r#"{"flow":"meet","version":1,"nonce":4711,"asked":4,"answers":{"when":{"value":{"start":"2026-11-28"},"label":{"when":{"start":"2026-11-28"}}}},"at":{"step":"access"},"trail":[{"step":"when"}],"all":false,"offered":null,"suggested":0,"hidden":[],"alone":[],"wishes":{},"heard":null,"picks":["ramp"],"pending":null,"note":{"text":["dialogue-when-taken",[["when",{"when":{"start":"2026-11-28"}}]]]},"before":null,"cut_at":null}"#,
        "klaar",
        "meet-summary",
    ),
];

#[test]
fn half_dialogues_of_before_go_on() {
    let flow = Flow::from_toml(FLOW).unwrap();
    for (stored, typed, next) in STORED {
        let mut state: State = serde_json::from_str(stored).unwrap();
        assert_eq!(serde_json::to_string(&state).unwrap(), stored);
        take(&flow, &mut state, Input::Text(typed.into()), Moment(1_795_424_400), &words);
        assert_eq!(view(&flow, &state).text, next, "{stored}");
    }
}
