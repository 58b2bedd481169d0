"""A user's own model, played by a server of the test: what it makes up is thrown out."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from rawi.reporting.brief import make_brief
from rawi.reporting.briefing import Brief, Line
from rawi.reporting.checking import check_brief
from rawi.reporting.docx import write_docx
from rawi.reporting.endpoint import Endpoint, EndpointError
from rawi.reporting.html import write_html
from rawi.reporting.markdown import read_markdown, write_markdown
from rawi.reporting.rewriting import Refused, check_wording, rewrite
from tests.reporting.corpus import make_corpus

Answer = Callable[[str], str]
RELAYED = "مصدر في الوزارة، نقلا عن وكالة السنبلة (8 آذار/مارس 2021): «الجسر لن يفتح قبل أيار»"


@contextmanager
def model(answer: Answer, *, status: int = 200, body: bytes | None = None, wait: float = 0.0) -> Iterator[Endpoint]:
    """An endpoint at an address of this machine; ``asked`` headers and lines are kept on the handler."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            time.sleep(wait)
            line = asked["messages"][-1]["content"]
            content = {"choices": [{"message": {"content": answer(line)}}]}
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(content).encode() if body is None else body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Endpoint(f"http://127.0.0.1:{server.server_port}/v1", "test", seconds=0.3 if wait else 10)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def brief() -> Brief:
    return make_brief(make_corpus(), "جسر الأئمة")


def line_of(made: Brief, part: str) -> Line:
    return next(line for section in made.sections for line in section.lines if part in line.text)


def polished(answer: Answer) -> tuple[Brief, tuple[Refused, ...]]:
    with model(answer) as endpoint:
        return rewrite(brief(), endpoint.ask)


def test_a_faithful_wording_is_taken_and_marked() -> None:
    wording = "وقال مصدر في الوزارة بتاريخ 8 آذار/مارس 2021 نقلا عن وكالة السنبلة: «الجسر لن يفتح قبل أيار»"
    made, refused = polished(lambda line: wording if line == RELAYED else line)
    assert refused == ()
    line = line_of(made, "وقال مصدر")
    assert line.machine
    written = write_markdown(made)
    assert f"- *صياغة آلية* {wording}" in written
    articles = {annotated.id: annotated for annotated in make_corpus().articles}
    assert check_brief(written, articles.get) == []
    assert sum(read.machine for read in read_markdown(written)) == 1
    assert "صياغة آلية" in write_html(made)
    assert write_docx(made) != write_docx(brief())


@pytest.mark.parametrize(
    ("planted", "why"),
    [
        ("قال مصدر في الوزارة نقلا عن وكالة السنبلة في 9 آذار/مارس 2021: «الجسر لن يفتح قبل أيار»", "date"),
        ("قال مصدر في الوزارة نقلا عن وكالة السنبلة: «الجسر لن يفتح قبل أيار»", "date"),
        ("قال 3 مصدر في الوزارة نقلا عن وكالة السنبلة في 8 آذار/مارس 2021: «الجسر لن يفتح قبل أيار»", "number"),
        ("قال ناصر الشبلي نقلا عن وكالة السنبلة في 8 آذار/مارس 2021: «الجسر لن يفتح قبل أيار»", "speaker"),
        ("قال مصدر في الوزارة نقلا عن وكالة الكوثر في 8 آذار/مارس 2021: «الجسر لن يفتح قبل أيار»", "الكوثر"),
        ("كشف مصدر في الوزارة نقلا عن وكالة السنبلة في 8 آذار/مارس 2021 فضيحة: «الجسر لن يفتح قبل أيار»", "footnotes"),
        ("قال مصدر في الوزارة نقلا عن وكالة السنبلة في 8 آذار/مارس 2021: «الجسر سيفتح قبل أيار»", "marks"),
        ("لم يقل مصدر في الوزارة نقلا عن وكالة السنبلة في 8 آذار/مارس 2021: «الجسر لن يفتح قبل أيار»", "negation"),
        (RELAYED + " وهذا" * 40, "longer"),
    ],
)
def test_what_is_planted_is_thrown_out(planted: str, why: str) -> None:
    made, refused = polished(lambda line: planted if line == RELAYED else line)
    assert line_of(made, "مصدر في الوزارة، نقلا").text == RELAYED
    assert not any(line.machine for section in made.sections for line in section.lines)
    (item,) = refused
    assert item.wording == planted.strip()
    assert any(why in reason for reason in check_wording(line_of(brief(), "مصدر في الوزارة"), planted))


def test_answers_that_never_come() -> None:
    with model(str, wait=1.0) as endpoint, pytest.raises(EndpointError, match=r"no answer within 0\.3 seconds"):
        endpoint.ask("", RELAYED)
    with model(str, wait=1.0) as endpoint:
        made, refused = rewrite(brief(), endpoint.ask)
    assert made == brief()
    assert "no answer within" in refused[0].why
    assert refused[-1].why.startswith("not asked")


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (401, b"{}", "refused .401"),
        (500, b"{}", "refused .500"),
        (200, b"<html>", "not in the expected form"),
        (200, b'{"choices": []}', "not in the expected form"),
        (200, b'{"choices": [{"message": {"content": " "}}]}', "an empty answer"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "an empty answer"),
    ],
)
def test_answers_that_are_none(status: int, body: bytes, why: str) -> None:
    with model(str, status=status, body=body) as endpoint, pytest.raises(EndpointError, match=why):
        endpoint.ask("", RELAYED)


def test_a_refusal_in_words_leaves_the_line() -> None:
    made, refused = polished(lambda _: "عذرا، لا أستطيع المساعدة في ذلك")
    assert made == brief()
    assert len(refused) == sum(len(section.lines) for section in made.sections)


def test_addresses_that_lead_nowhere() -> None:
    with pytest.raises(EndpointError, match="can't be reached"):
        Endpoint("http://127.0.0.1:9/v1", "test").ask("", "سطر")
    with pytest.raises(EndpointError, match="not a web address"):
        Endpoint("file:///etc/hosts", "test").ask("", "سطر")
