//! Inside a company: the world is reached through its proxy, which wants a name and a password,
//! and its own certificate authority vouches for the service. Whole programs, because which
//! authorities are trusted is decided once per process.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;
use tokio_rustls::TlsAcceptor;

const HOST: &str = "provisioning.example";
/// `ana:s:e@cret`
const SIGN_IN: &str = "Basic YW5hOnM6ZUBjcmV0";

/// A task that ends with the test.
struct Running {
    port: u16,
    task: AbortHandle,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Listens and treats every connection so.
async fn listening<F>(treat: impl Fn(tokio::net::TcpStream) -> F + Send + 'static) -> Running
where
    F: Future<Output = Option<()>> + Send + 'static,
{
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let task = tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(treat(stream));
        }
    });
    let task = task.abort_handle();
    Running { port, task }
}

/// The lines of a request's head.
async fn head(stream: &mut (impl AsyncRead + Unpin)) -> Option<Vec<String>> {
    // No byte beyond the head is taken: what follows belongs to somebody else.
    let mut lines = BufReader::with_capacity(1, stream).lines();
    let mut head = Vec::new();
    loop {
        let line = lines.next_line().await.ok()??;
        if line.is_empty() {
            return Some(head);
        }
        head.push(line);
    }
}

/// A service that describes itself, as far as connecting to it goes.
async fn service(acceptor: TlsAcceptor) -> Running {
    let body = serde_json::json!({
        "issuer": format!("https://{HOST}"),
        "authorization_endpoint": format!("https://{HOST}/authorize"),
        "token_endpoint": format!("https://{HOST}/token"),
        "code_challenge_methods_supported": ["S256"],
    })
    .to_string();
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    listening(move |stream| {
        let (acceptor, answer) = (acceptor.clone(), answer.clone());
        async move {
            let mut stream = acceptor.accept(stream).await.ok()?;
            head(&mut stream).await?;
            say(&mut stream, &answer).await
        }
    })
    .await
}

/// A proxy that knows one name and password, and leads to one port whatever is asked for.
async fn proxy(leads_to: u16) -> Running {
    listening(move |mut stream| async move {
        let head = head(&mut stream).await?;
        let signed_in = head.iter().any(|line| {
            line.split_once(": ").is_some_and(|(name, value)| {
                name.eq_ignore_ascii_case("proxy-authorization") && value == SIGN_IN
            })
        });
        if !signed_in {
            let refusal = "HTTP/1.1 407 Proxy Authentication Required\r\n\
                           Proxy-Authenticate: Basic realm=\"company\"\r\n\
                           Content-Length: 0\r\n\r\n";
            return say(&mut stream, refusal).await;
        }
        assert_eq!(head[0], format!("CONNECT {HOST}:443 HTTP/1.1"));
        let mut service = tokio::net::TcpStream::connect(("127.0.0.1", leads_to))
            .await
            .ok()?;
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok()?;
        tokio::io::copy_bidirectional(&mut stream, &mut service)
            .await
            .ok()?;
        Some(())
    })
    .await
}

async fn say(stream: &mut (impl AsyncWrite + Unpin), text: &str) -> Option<()> {
    stream.write_all(text.as_bytes()).await.ok()?;
    stream.shutdown().await.ok()
}

/// The company's authority, written to a file, and the service's certificate that it signed.
fn certified(authority_file: &Path) -> TlsAcceptor {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority_key = KeyPair::generate().unwrap();
    let authority = params.self_signed(&authority_key).unwrap();
    std::fs::write(authority_file, authority.pem()).unwrap();
    let issuer = Issuer::new(params, authority_key);
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new([HOST.to_owned()])
        .unwrap()
        .signed_by(&key, &issuer)
        .unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

#[tokio::test(flavor = "multi_thread")]
#[cfg(target_os = "linux")]
async fn a_companys_proxy_and_its_own_certificate_authority_are_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("company.pem");
    let service = service(certified(&authority)).await;
    let proxy = proxy(service.port).await;
    let nobody = {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        listener.local_addr().unwrap().port()
    };
    let table = [
        (proxy.port, "s:e@cret", true, "reached"),
        (proxy.port, "s:e@cret", false, "certificate_refused"),
        (proxy.port, "wrong", true, "proxy_sign_in"),
        (nobody, "s:e@cret", true, "proxy_unreachable"),
    ];
    for (index, (port, password, trusts, expected)) in table.into_iter().enumerate() {
        let mut program = Command::new(env!("CARGO_BIN_EXE_headless"));
        program
            .args([
                "reach",
                &folder.path().join(index.to_string()).to_string_lossy(),
            ])
            .args([HOST, &format!("127.0.0.1:{port}"), "ana", password]);
        if trusts {
            program.env("SSL_CERT_FILE", &authority);
        }
        let ended = tokio::task::spawn_blocking(move || program.output().unwrap());
        let ended = ended.await.unwrap();
        let said = String::from_utf8_lossy(&ended.stdout);
        let troubles = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(said.trim(), expected, "{password} {trusts}: {troubles}");
    }
}
