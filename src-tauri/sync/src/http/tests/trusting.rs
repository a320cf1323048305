//! Certificates: nobody is spoken to whom this computer does not trust.

use std::sync::Arc;

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use url::Url;

use super::*;

/// A server whose certificate nobody vouches for; counts who went on nevertheless.
async fn self_signed() -> (Url, tokio::task::JoinHandle<bool>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        acceptor.accept(stream).await.is_ok()
    });
    (
        format!("https://localhost:{port}/").parse().unwrap(),
        served,
    )
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let (origin, served) = self_signed().await;
    let kept = Arc::new(MemoryTokens::with(tokens("access", "refresh")));
    let service = HttpService::new(origin, kept, &Network::default()).unwrap();
    assert_eq!(class(&write(&service).await), "certificate");
    assert!(!served.await.unwrap(), "the handshake went through");
}
