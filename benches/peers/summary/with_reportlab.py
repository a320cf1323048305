"""The same one-page summaries with ReportLab's Platypus: styles and fonts are made once, the C
accelerator is installed. Called with a file of contents (JSON, one a line) and the folder of the
fonts; says the processor time of each, in milliseconds, and their size."""

import io
import json
import sys
import time
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

WARM_UP = 20
MUTED = colors.HexColor("#5b6470")
LINE = colors.HexColor("#d5d9de")

contents, fonts = sys.argv[1:]
pdfmetrics.registerFont(TTFont("Inter", f"{fonts}/Inter-Regular.ttf"))
pdfmetrics.registerFont(TTFont("Inter-Bold", f"{fonts}/Inter-Bold.ttf"))


def style(name, size, bold=False, color=colors.black):
    font = "Inter-Bold" if bold else "Inter"
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.35, textColor=color)


KIND = style("kind", 9, color=MUTED)
NUMBER = style("number", 17, bold=True)
HEADING = style("heading", 11, bold=True)
LABEL = style("label", 8, color=MUTED)
VALUE = style("value", 9.5)
HEAD = style("head", 8, bold=True, color=MUTED)
FACTS = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
ROWS = TableStyle(
    [("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
)


def fact(one):
    lines = [Paragraph(escape(line), VALUE) for line in one["lines"]]
    return [Paragraph(escape(one["label"]), LABEL), *lines]


def facts(all_facts, width):
    cells = [fact(one) for one in all_facts]
    cells += [""] * (-len(cells) % 3)
    rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
    return Table(rows, colWidths=[width / 3] * 3, style=FACTS)


def table(heads, rows, width):
    cells = [[Paragraph(escape(head), HEAD) for head in heads]]
    cells += [[Paragraph(escape(cell), VALUE) for cell in row] for row in rows]
    return Table(cells, colWidths=[width / len(heads)] * len(heads), repeatRows=1, style=ROWS)


def pdf(summary):
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        title=summary["title"],
        subject=summary["subject"],
        leftMargin=50,
        rightMargin=50,
        topMargin=45,
        bottomMargin=45,
    )
    width = document.width
    story = [
        Paragraph(escape(summary["kind"]), KIND),
        Paragraph(escape(summary["number"]), NUMBER),
        Paragraph(escape(summary["customer"]), VALUE),
        Paragraph(f"<b>{escape(summary['stamp'])}</b> {escape(summary['stamp_text'])}", VALUE),
        Paragraph(escape(summary["printed"]), LABEL),
    ]
    for section in summary["sections"]:
        story += [Spacer(1, 10), Paragraph(escape(section["title"]), HEADING), Spacer(1, 3)]
        if section["facts"]:
            story.append(facts(section["facts"], width))
        if section["rows"]:
            story.append(table(section["heads"], section["rows"], width))

    def foot(canvas, _):
        canvas.setFont("Inter", 8)
        canvas.drawString(50, 28, summary["running"])
        canvas.drawRightString(A4[0] - 50, 28, summary["page"])

    document.build(story, onFirstPage=foot, onLaterPages=foot)
    if document.page != 1:
        raise SystemExit(f"{summary['number']} takes {document.page} pages")
    return out.getvalue()


with open(contents, encoding="utf-8") as file:
    summaries = [json.loads(line) for line in file]
for summary in summaries[:WARM_UP]:
    pdf(summary)
begun = time.process_time()
size = sum(len(pdf(summary)) for summary in summaries)
each = (time.process_time() - begun) * 1000 / len(summaries)
print(json.dumps({"milliseconds": each, "bytes": size / len(summaries)}))
