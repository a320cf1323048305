"""The same one-page summaries with typst, as a library that stays loaded: fonts are read once and
what did not change is not laid out again. Tags are off: ours has none. Called with a file of
contents (JSON, one a line) and the folder of the fonts; says the processor time of each, over all
threads, in milliseconds, and their size."""

import json
import pathlib
import sys
import time

import typst

WARM_UP = 20

contents, fonts = sys.argv[1:]
here = pathlib.Path(__file__).parent
with open(contents, encoding="utf-8") as file:
    summaries = [line.strip() for line in file]
compiler = typst.Compiler(
    input=here / "summary.typ",
    root=here,
    font_paths=[fonts],
    ignore_system_fonts=True,
    sys_inputs={"summary": summaries[0]},
)


def pdf(summary):
    return compiler.compile(format="pdf", sys_inputs={"summary": summary}, pdf_tags=False)


for summary in summaries[:WARM_UP]:
    pdf(summary)
begun = time.process_time()
size = sum(len(pdf(summary)) for summary in summaries)
each = (time.process_time() - begun) * 1000 / len(summaries)
print(json.dumps({"milliseconds": each, "bytes": size / len(summaries)}))
