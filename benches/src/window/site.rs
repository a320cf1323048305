//! A few files over loopback, for a page that is shown in the hello world's window.

use std::path::{Path, PathBuf};

use acceptance::Outcome;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Serves a folder until it is dropped.
pub struct Site {
    address: String,
    serves: JoinHandle<()>,
}

impl Site {
    /// The files of `folder`, and under `virtual-core/` those of the package.
    pub async fn of(folder: &Path) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}/", listener.local_addr()?);
        let folder = folder.to_owned();
        let serves = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let folder = folder.clone();
                tokio::spawn(async move { answer(stream, folder).await });
            }
        });
        Ok(Self { address, serves })
    }

    /// Its first page.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serves.abort();
    }
}

async fn answer(mut stream: TcpStream, folder: PathBuf) -> std::io::Result<()> {
    let mut asked = vec![0; 8 * 1024];
    let length = stream.read(&mut asked).await?;
    let head = String::from_utf8_lossy(&asked[..length]).into_owned();
    let path = head
        .split(' ')
        .nth(1)
        .unwrap_or("/")
        .trim_start_matches('/');
    let file = match path.strip_prefix("virtual-core/") {
        _ if path.contains("..") => folder.join("none"),
        Some(name) => folder
            .join("node_modules/@tanstack/virtual-core/dist/esm")
            .join(name),
        None if path.is_empty() => folder.join("index.html"),
        None => folder.join(path),
    };
    let kind = match file.extension().and_then(|e| e.to_str()) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "text/html",
    };
    let (status, body) = match tokio::fs::read(&file).await {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.shutdown().await
}
