//! What a person does in the browser to sign in: looks at the service's page, picks a name,
//! decides, and is sent back to the program.

use reqwest::redirect::Policy;
use reqwest::{Client, Url, header};

use crate::operator::Who;
use crate::problem::{Outcome, Problem};

/// What is decided on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The program may act for the operator.
    Allow,
    /// It may not.
    Deny,
}

impl Decision {
    fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
        }
    }
}

/// The service's sign-in page, opened.
#[derive(Debug, Clone)]
pub struct Page {
    url: Url,
    operators: Vec<String>,
}

impl Page {
    /// Opens it.
    ///
    /// # Errors
    /// When there is no such page.
    pub async fn open(url: &str) -> Outcome<Self> {
        let html = reqwest::get(url).await?.error_for_status()?.text().await?;
        let operators = html
            .split("name=\"operator\" value=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once('"').map(|(id, _)| id.to_owned()))
            .collect();
        let url = Url::parse(url).map_err(|error| Problem::new(error.to_string()))?;
        Ok(Self { url, operators })
    }

    /// Where the page sends the browser back to.
    #[must_use]
    pub fn redirect(&self) -> String {
        self.url
            .query_pairs()
            .find(|(name, _)| name == "redirect_uri")
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    }

    /// Decides, and goes back to the program.
    ///
    /// # Errors
    /// When the page does not take it or the program is not there.
    pub async fn decide(&self, who: Who, decision: Decision) -> Outcome<()> {
        visit(&self.way_back(who, decision).await?).await
    }

    /// Decides on a device whose program shows this code; nobody is sent anywhere.
    ///
    /// # Errors
    /// When the page does not take it.
    pub async fn decide_code(&self, code: &str, who: Who, decision: &str) -> Outcome<()> {
        let operator = self.operator(who)?;
        let mut address = self.url.clone();
        address.set_query(None);
        let form = [
            ("user_code", code),
            ("operator", operator),
            ("decision", decision),
        ];
        let body = Url::parse_with_params("http://form", form)
            .map_err(|error| Problem::new(error.to_string()))?;
        Client::new()
            .post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.query().unwrap_or_default().to_owned())
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }

    fn operator(&self, who: Who) -> Outcome<&str> {
        let operator = self.operators.get(who as usize);
        operator
            .map(String::as_str)
            .ok_or_else(|| Problem::new("the page offers nobody to sign in as"))
    }

    /// Decides; the address of the program, with what the service says, that the browser would
    /// be sent to.
    ///
    /// # Errors
    /// When the page does not take it.
    pub async fn way_back(&self, who: Who, decision: Decision) -> Outcome<String> {
        let operator = self.operator(who)?;
        let query = self.url.query().unwrap_or_default();
        let mut address = self.url.clone();
        address.set_query(None);
        let answer = Client::builder()
            .redirect(Policy::none())
            .build()?
            .post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(format!(
                "{query}&operator={operator}&decision={}",
                decision.word()
            ))
            .send()
            .await?;
        let location = answer.headers().get(header::LOCATION);
        location
            .and_then(|location| location.to_str().ok())
            .map(ToOwned::to_owned)
            .ok_or_else(|| Problem::new(format!("no way back after deciding: {}", answer.status())))
    }
}

/// Goes to an address of the program and reads what it shows.
///
/// # Errors
/// When nobody is there.
pub async fn visit(address: &str) -> Outcome<()> {
    reqwest::get(address).await?.error_for_status()?;
    Ok(())
}
