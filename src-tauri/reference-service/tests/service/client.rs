//! A client without any cleverness: what it sends is what the test says.

use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, Response, header::HeaderMap};
use serde_json::{Value, json};
use turnup_domain::Order;
use turnup_reference_service::{Clock, Config, Running, spawn};
use uuid::Uuid;

/// A noon on which nothing special happens.
pub fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// A small service at noon, whose clock stands.
pub fn config() -> Config {
    Config {
        orders: 60,
        organizations: 80,
        now: Clock::standing_at(noon()),
        ..Config::default()
    }
}

pub struct Client {
    pub service: Running,
    pub clock: Clock,
    http: reqwest::Client,
    token: String,
}

/// An answer that was read.
pub struct Got {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
    pub text: String,
}

impl Got {
    pub async fn of(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self {
            status,
            headers,
            body,
            text,
        }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub fn order(&self) -> Order {
        assert!(self.status < 300, "{} {}", self.status, self.text);
        serde_json::from_value(self.body.clone()).unwrap()
    }

    /// Status and code of a refusal, which must be a problem document.
    pub fn refusal(&self) -> (u16, String) {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.text
        );
        assert_eq!(self.body["status"], self.status);
        assert!(!self.body["trace_id"].as_str().unwrap().is_empty());
        (self.status, self.body["code"].as_str().unwrap().to_owned())
    }

    /// Pointers and codes of the fields that are wrong.
    pub fn fields(&self) -> Vec<(String, String)> {
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        errors
            .iter()
            .map(|error| (text(&error["pointer"]), text(&error["code"])))
            .collect()
    }
}

pub fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

impl Client {
    pub async fn start() -> Self {
        Self::with(config()).await
    }

    pub async fn with(config: Config) -> Self {
        let clock = config.now.clone();
        let service = spawn(config).await.unwrap();
        let token = service.issue_tokens().access_token;
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self {
            service,
            clock,
            http,
            token,
        }
    }

    /// Lets so many days pass, over which the operator signs in anew.
    pub fn pass_days(&mut self, days: i64) {
        self.pass(days * 24 * 3_600);
        self.token = self.service.issue_tokens().access_token;
    }

    /// Lets so many seconds pass.
    pub fn pass(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    pub fn use_token(&mut self, token: &str) {
        token.clone_into(&mut self.token);
    }

    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.service.address()))
            .bearer_auth(&self.token)
    }

    /// A request without a token.
    pub fn anonymous(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.service.address()))
    }

    pub async fn get(&self, path: &str) -> Got {
        Got::of(self.request(Method::GET, path).send().await.unwrap()).await
    }

    pub async fn ask(&self, path: &str, body: Value) -> Got {
        Got::of(
            self.request(Method::POST, path)
                .json(&body)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    /// A write with a key of its own.
    pub async fn write(&self, method: Method, path: &str, revision: u64, body: Value) -> Got {
        self.write_as(method, path, revision, &Uuid::now_v7().to_string(), body)
            .await
    }

    /// A write with this key.
    pub async fn write_as(
        &self,
        method: Method,
        path: &str,
        revision: u64,
        key: &str,
        body: Value,
    ) -> Got {
        let request = self
            .request(method, path)
            .header("If-Match", format!("\"{revision}\""))
            .header("Idempotency-Key", key)
            .json(&body);
        Got::of(request.send().await.unwrap()).await
    }

    /// The order of a number.
    pub fn order(&self, number: &str) -> Order {
        self.service.order(number).unwrap()
    }

    /// Maps an order to an organization that is created.
    pub async fn mapped(&self, number: &str) -> Order {
        let order = self.order(number);
        let path = format!("/v1/orders/{}/mapping", order.id);
        self.write(Method::PUT, &path, order.revision, create(number))
            .await
            .order()
    }
}

/// A mapping to a new customer, with the operators' own partner.
pub fn create(number: &str) -> Value {
    json!({
        "own_company": false,
        "partner": {"organization_id": "org_andaluza", "expected_revision": 4},
        "customer": {"create": {
            "name": "Talleres Guadaíra",
            "vertical": "automotive",
            "country": "ES",
            "admin_email": "direccion@talleres-guadaira.example",
        }},
        "customer_sets_up": false,
        "confirm": number,
    })
}

/// A set-up of 25 Meetings licences on sites of these names.
pub fn meetings(names: &[&str]) -> Value {
    let sites: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            json!({
                "name": name,
                "time_zone": "Europe/Madrid",
                "early_release": false,
                "managed_in": "control_hub",
                "licenses": {"1": if index == 0 { 26 - names.len() } else { 1 }},
            })
        })
        .collect();
    json!({"services": [{"kind": "meetings", "when": "now", "sites": sites}], "transfer": null})
}
