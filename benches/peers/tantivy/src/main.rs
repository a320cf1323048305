//! tantivy as one would use it for this list: words lowercased and without accents, every word of
//! the question a beginning, the first sixty by a fast field. One segment, memory-mapped, which is
//! the best case for reading. Asked `{"index": FILE}` once, then `{"text": "…"}`; answers
//! `{"seconds": …, "found": …}`, by its own clock.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::time::Instant;

use serde_json::{Value, json};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Query};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{AsciiFoldingFilter, LowerCaser, SimpleTokenizer, TextAnalyzer};
use tantivy::{Index, Order, Searcher, TantivyDocument, Term};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// As many rows as the list shows.
const LIMIT: usize = 60;
const MEMORY: usize = 256 << 20;

fn main() -> Outcome<()> {
    let folder = std::env::args_os().nth(1).ok_or("say where the index goes")?;
    std::fs::create_dir_all(&folder)?;
    let mut words = Words::new();
    let index = Index::create_in_dir(&folder, words.schema.clone())?;
    index.tokenizers().register("words", words.analyzer.clone());
    let mut searcher = None;
    for line in std::io::stdin().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let begun = Instant::now();
        let found = if let Some(file) = asked["index"].as_str() {
            words.index(&index, file)?;
            let reading = index.reader()?.searcher();
            let count = reading.num_docs();
            searcher = Some(reading);
            count
        } else {
            let text = asked["text"].as_str().unwrap_or_default();
            let searcher = searcher.as_ref().ok_or("there is no index yet")?;
            words.search(searcher, text)?
        };
        let seconds = begun.elapsed().as_secs_f64();
        println!("{}", json!({ "seconds": seconds, "found": found }));
        std::io::stdout().flush()?;
    }
    Ok(())
}

struct Words {
    schema: Schema,
    analyzer: TextAnalyzer,
    number: Field,
    words: Field,
    deadline: Field,
}

impl Words {
    fn new() -> Self {
        let analyzer = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(LowerCaser)
            .filter(AsciiFoldingFilter)
            .build();
        let mut schema = Schema::builder();
        // Neither frequencies nor places: nothing is ranked, no phrase is asked for.
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("words")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        let number = schema.add_text_field("number", STORED);
        let words = schema.add_text_field(
            "words",
            TextOptions::default().set_indexing_options(indexing),
        );
        let deadline = schema.add_i64_field("deadline", FAST | INDEXED);
        Self {
            schema: schema.build(),
            analyzer,
            number,
            words,
            deadline,
        }
    }

    fn index(&self, index: &Index, file: &str) -> Outcome<()> {
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, MEMORY)?;
        for line in BufReader::new(File::open(file)?).lines() {
            let order: Value = serde_json::from_str(&line?)?;
            let mut document = TantivyDocument::default();
            document.add_text(self.number, order["number"].as_str().unwrap_or_default());
            document.add_text(self.words, order["words"].as_str().unwrap_or_default());
            document.add_i64(self.deadline, order["deadline"].as_i64().unwrap_or(i64::MAX));
            writer.add_document(document)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(())
    }

    /// The numbers of the first sixty: finding them is part of the answer.
    fn search(&mut self, searcher: &Searcher, text: &str) -> Outcome<u64> {
        let mut all: Vec<Box<dyn Query>> = Vec::new();
        let mut tokens = self.analyzer.token_stream(text);
        while let Some(token) = tokens.next() {
            let term = Term::from_field_text(self.words, &token.text);
            all.push(Box::new(FuzzyTermQuery::new_prefix(term, 0, true)));
        }
        drop(tokens);
        if all.is_empty() {
            return Ok(0);
        }
        let query = BooleanQuery::intersection(all);
        let first = TopDocs::with_limit(LIMIT).order_by_fast_field::<i64>("deadline", Order::Asc);
        let mut found = 0;
        for (_, place) in searcher.search(&query, &first)? {
            let document: TantivyDocument = searcher.doc(place)?;
            found += u64::from(document.get_first(self.number).is_some());
        }
        Ok(found)
    }
}
