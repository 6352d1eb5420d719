//! A word in the database that nobody can read is never taken for another one: opening such a request is a fault, and a list
//! leaves it out.

use super::*;
use crate::model::FaultKind;

#[tokio::test]
async fn what_can_not_be_read_is_left_out_of_lists_and_can_not_be_opened() {
    for column in ["state", "sight", "subject", "reason", "verdict", "day_from", "part", "time_to"] {
        for at in [0, 2] {
            let mut scene = scene().await;
            let id = scene.things[at].0;
            sqlx::query("pragma ignore_check_constraints = on").execute(&mut scene.db).await.unwrap();
            let broken = format!("update requests set {column} = 'sometime' where id = {id}");
            sqlx::query(sqlx::AssertSqlSafe(broken)).execute(&mut scene.db).await.unwrap();
            let titles = ["geheim open", "geheim beloofd", "geheim elke week"];
            for (who, tap) in [(FATIMA, RequestButton::Mine(0)), (MO, RequestButton::Board)] {
                let (out, _) = scene.press(who, who, 77, tap).await;
                let shown = out.iter().map(says).collect::<String>();
                assert!(!shown.contains(titles[at]), "{column} {tap:?} {shown}");
                assert!(shown.contains(titles[2 - at]), "{column} {tap:?} {shown}");
            }
            let fault = scene.attempt(FATIMA, FATIMA, 77, RequestButton::More(id)).await.unwrap_err();
            assert_eq!(fault.kind, FaultKind::Event, "{column}");
            assert!(!fault.what.contains("sometime"), "{column} {fault}");
        }
    }
}

#[tokio::test]
async fn a_response_that_can_not_be_read_is_no_withdrawn_one() {
    for column in ["state", "verdict"] {
        let mut scene = scene().await;
        let (request, response) = scene.things[0];
        sqlx::query("pragma ignore_check_constraints = on").execute(&mut scene.db).await.unwrap();
        let broken = format!("update responses set {column} = 'sometime' where id = {response}");
        sqlx::query(sqlx::AssertSqlSafe(broken)).execute(&mut scene.db).await.unwrap();
        assert!(store::responses_of(&mut scene.db, request).await.is_err(), "{column}");
        assert!(scene.attempt(FATIMA, FATIMA, 77, RequestButton::More(request)).await.is_err(), "{column}");
    }
}
