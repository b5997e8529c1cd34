"""Files of every format with one French article, made for the tests."""

from __future__ import annotations

import gzip
import io
import json
import textwrap
import zipfile
from email.message import EmailMessage

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "L'armée reprend la gare de Kesh"
FIRST = "L'armée du Norland a repris lundi la gare de Kesh, tenue depuis mars par les rebelles."
SECOND = "Vingt soldats ont été tués et une centaine d'habitants ont fui, selon la mairie."
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
URL = "https://jour.example/monde/gare-de-kesh"

PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>{TITLE} - Le Jour</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Le Jour">
<link rel="canonical" href="{URL}">
<meta property="article:published_time" content="2021-05-03T18:04:00+02:00">
</head><body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>{TITLE}</h1><p>{FIRST}</p>
<p>Lire aussi : Le Sudland arme les rebelles</p><p>{SECOND}</p>
</article><footer>Mentions légales, contact, tous droits réservés au Jour</footer></body></html>
"""


def html() -> bytes:
    """A page."""
    return PAGE.encode()


def pdf() -> bytes:
    """A document of one page, its lines as a printer sets them."""
    lines = [TITLE, *textwrap.wrap(FIRST, 60), *textwrap.wrap(SECOND, 60), "1"]
    shown = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown}ET".encode("cp1252")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return _pdf_of(parts)


def scanned_pdf() -> bytes:
    """A document without any text."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    return _pdf_of(parts)


def _pdf_of(parts: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + head + tail % (len(parts) + 1, len(made))


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def word() -> bytes:
    """A DOCX document."""
    document = docx.Document()
    document.core_properties.title = TITLE
    for paragraph in (TITLE, FIRST, SECOND):
        document.add_paragraph(paragraph)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAMES = " ".join(f'xmlns:{short}="{name}"' for short, name in _ODT.items())

CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}>
<office:automatic-styles/><office:body><office:text>
<text:tracked-changes><text:p>Cette phrase a été ôtée.</text:p></text:tracked-changes>
<text:h text:outline-level="1">{TITLE}</text:h>
<text:section><text:p>L'armée du Norland<text:s/>a<text:line-break/>repris <text:span>lundi
<office:annotation><dc:creator>Moi</dc:creator><text:p>À revoir</text:p></office:annotation>la gare
</text:span>de Kesh,<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note>
tenue depuis mars par les rebelles.</text:p></text:section><text:p/>
<text:list><text:list-item><text:p>{SECOND}</text:p></text:list-item></text:list>
<text:p><draw:frame><draw:text-box><text:p>La gare en 2019</text:p></draw:text-box></draw:frame>
</text:p></office:text></office:body></office:document-content>"""


def odt(content: str | bytes = CONTENT, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument text, with a deleted phrase, a remark, a note and a caption."""
    about = (
        f"<dc:title>{TITLE}</dc:title><meta:creation-date>2021-05-03T18:04:00</meta:creation-date>"
    )
    meta = (
        f"<office:document-meta {_NAMES}><office:meta>{about}</office:meta></office:document-meta>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("meta.xml", meta)
        archive.writestr("META-INF/manifest.xml", manifest)
    return kept.getvalue()


def mail(**headers: str) -> bytes:
    """A message that answers another one, with a signature."""
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "Agence du Nord <fil@agence.example>"
    message["To"] = "desk@jour.example"
    message["Date"] = "Mon, 03 May 2021 18:04:00 +0200"
    message["Message-ID"] = "<1@agence.example>"
    for name, value in headers.items():
        message[name] = value
    quoted = "> Que savez-vous de Kesh ?\n"
    message.set_content(f"{FIRST}\n\n{SECOND}\n\n{quoted}\n-- \nAgence du Nord, 12 rue du Port\n")
    return message.as_bytes()


def jsonl() -> bytes:
    """A line of JSON."""
    record = {"text": TEXT, "title": TITLE, "url": URL}
    record |= {"published": "2021-05-03", "outlet": "Le Jour"}
    return (json.dumps(record, ensure_ascii=False) + "\n").encode()


def table(delimiter: str = ",") -> bytes:
    """A table of one row, its text over several lines."""
    quoted = TEXT.replace('"', '""')
    names = delimiter.join(("titre", "date", "journal", "texte", "url"))
    row = delimiter.join((f'"{TITLE}"', "2021-05-03", "Le Jour", f'"{quoted}"', URL))
    return f"{names}\r\n{row}\r\n".encode()


def feed() -> bytes:
    """An RSS feed of one entry with its text."""
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Jour</title>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Mon, 03 May 2021 16:04:00 GMT</pubDate>
<description>L'armée a repris la gare.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
</channel></rss>""".encode()


def warc(
    *, packed: bool = True, pages: int = 1, status: str = "200 OK", page: bytes = b""
) -> bytes:
    """An archive of so many pages, or of the one given, with the request of each."""
    kept = io.BytesIO()
    writer = WARCWriter(kept, gzip=packed)
    for number in range(pages):
        url = URL if number == 0 else f"{URL}-{number}"
        told = [("Content-Type", "text/html; charset=utf-8")]
        answer = StatusAndHeaders(status, told, protocol="HTTP/1.1")
        body = PAGE.replace(URL, url).replace("Vingt", ("Vingt", "Trente", "Cent")[number % 3])
        for kind, payload, headers in (
            ("request", b"", StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)),
            ("response", page or body.encode(), answer),
        ):
            writer.write_record(
                writer.create_warc_record(
                    url, kind, payload=io.BytesIO(payload), http_headers=headers
                )
            )
    return kept.getvalue()


def zipped(**files: bytes) -> bytes:
    """A zip of some files; « __ » in a name is a dot."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return kept.getvalue()


FORMATS = {
    "article.txt": lambda: TEXT.encode(),
    "article.html": html,
    "article.pdf": pdf,
    "article.docx": word,
    "article.odt": odt,
    "article.eml": mail,
    "articles.jsonl": jsonl,
    "articles.csv": table,
    "articles.tsv": lambda: table("\t"),
    "feed.rss": feed,
    "crawl.warc": lambda: warc(packed=False),
    "crawl.warc.gz": warc,
    "article.html.gz": lambda: gzip.compress(html()),
    "articles.jsonl.gz": lambda: gzip.compress(jsonl()),
    "articles.zip": lambda: zipped(article__html=html()),
    "crawl.wacz": lambda: zipped(datapackage__json=b"{}", **{"archive/data__warc__gz": warc()}),
}
"""What makes a file of each format, by the file's name."""
