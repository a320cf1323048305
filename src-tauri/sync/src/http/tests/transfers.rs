//! Transfer codes as people type them, and what came of them.

use serde_json::json;

use super::{super::fake_server::Reply, *};

async fn server() -> FakeServer {
    FakeServer::start(|seen| match seen.target.as_str() {
        "/v1/transfers/TR-1" | "/v1/transfers/tr-1" => {
            let services = json!([{"kind": "meetings", "name": "Webex Meetings", "quantity": 7}]);
            let sites = json!([{"name": "zurita.webex.com", "services": services}]);
            Reply::json(200, &json!({"code": "TR-1", "sites": sites}).to_string())
        }
        "/v1/transfers/forbidden" => Reply::of(403, &[PROBLEM], "{\"code\":\"forbidden\"}"),
        "/v1/transfers/moved" => Reply::of(404, &[PROBLEM], "{\"code\":\"not_found\"}"),
        _ => Reply::of(404, &[PROBLEM], "{\"code\":\"transfer_not_found\"}"),
    })
    .await
}

#[tokio::test]
async fn a_code_is_found_in_any_case_and_an_unknown_one_is_none() {
    let server = server().await;
    let service = client_of(&server);
    for typed in ["TR-1", " tr-1\n"] {
        let found = service.transfer(typed).await.unwrap().unwrap();
        assert_eq!(found.code, "TR-1", "{typed:?}");
        assert_eq!(found.sites[0].services[0].quantity, 7);
    }
    assert_eq!(service.transfer("TR-2").await.unwrap(), None);
    let table = [("forbidden", "403 forbidden"), ("moved", "404 not_found")];
    for (typed, expected) in table {
        assert_eq!(class(&service.transfer(typed).await), expected);
    }
}

#[tokio::test]
async fn what_was_typed_cannot_leave_its_place_in_the_path() {
    let server = server().await;
    let service = client_of(&server);
    for typed in ["../orders?x=1#y", "a b/%2e", "ñ"] {
        assert_eq!(service.transfer(typed).await.unwrap(), None, "{typed:?}");
    }
    let targets: Vec<_> = server.seen().into_iter().map(|seen| seen.target).collect();
    assert_eq!(
        targets,
        [
            "/v1/transfers/..%2Forders%3Fx=1%23y",
            "/v1/transfers/a%20b%2F%252e",
            "/v1/transfers/%C3%B1"
        ]
    );
}

#[tokio::test]
async fn what_cannot_be_a_code_is_not_asked_for() {
    let server = server().await;
    let service = client_of(&server);
    for typed in ["", "  ", ".", "..", "TR\t1", "TR-1\0"] {
        assert_eq!(service.transfer(typed).await.unwrap(), None, "{typed:?}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn an_answer_about_another_code_is_none_to_use() {
    let reply = Reply::json(200, "{\"code\":\"TR-2\",\"sites\":[]}");
    let server = FakeServer::saying(reply).await;
    let answer = client_of(&server).transfer("TR-1").await;
    assert_eq!(class(&answer), "foreign 200");
}
