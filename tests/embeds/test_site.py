"""The embeds of a whole site: what they weigh, show and ask for."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from generator.build.built_site import build_site
from generator.embeds.embed import LIMIT
from generator.markdown.plain_text import plain
from generator.render.policy import hash_source
from generator.site.site_file import load_settings
from tests.support.embed_samples import ADDRESS, PAGE, build_page, embed_files, make_files, with_corrections
from tests.support.places import ROOT
from tests.support.sites import write_site

HOT = "embed/soup/quote-hot/index.html"


class Elements:
    """The elements of a page or of a piece of one, as a browser finds them."""

    def __init__(self, html: str) -> None:
        whole = html.startswith("<!DOCTYPE")
        tree = (html5lib.parse if whole else html5lib.parseFragment)(html, namespaceHTMLElements=False)
        self.found: list[tuple[str, dict[str, str]]] = [(item.tag, dict(item.attrib)) for item in tree.iter()]
        self.style = tree.findtext(".//style") or ""
        self.code = tree.findtext(".//textarea") or ""
        self.text = " ".join("".join(tree.itertext()).split())
        if not whole:
            self.found = self.found[1:]

    def values(self, tag: str, name: str) -> list[str]:
        return [values[name] for found, values in self.found if found == tag and name in values]


def demonstration() -> Iterator[tuple[str, str]]:
    settings = replace(load_settings(ROOT / "mkdocs.yml", {}), cards=False, site_url=ADDRESS)
    yield from embed_files(build_site(settings)).items()


def pages(files: Iterator[tuple[str, str]]) -> dict[str, str]:
    return {path: text for path, text in files if path.endswith(".html")}


def test_each_embed_of_the_demonstration_is_small_sound_and_asks_nobody() -> None:
    found = pages(demonstration())
    assert len(found) > 50
    for path, text in found.items():
        assert len(text.encode()) <= LIMIT, path
        html5lib.HTMLParser(strict=True).parse(text)
        page = Elements(text)
        assert {tag for tag, _ in page.found} & {"script", "img", "iframe", "object", "embed", "form", "video"} == set()
        for tag, values in page.found:
            assert not any(name.startswith("on") or name in {"src", "srcset", "style"} for name in values), path
            if any("://" in value for value in values.values()):
                assert tag in {"a", "blockquote", "link"}, path
        assert set(page.values("link", "rel")) == {"canonical", "alternate"}
        assert not re.search(r"url\(|@import|image-set", page.style)
        (policy,) = (values["content"] for _, values in page.found if "http-equiv" in values)
        style = hash_source(page.style)
        assert policy == f"default-src 'none'; style-src {style}; base-uri 'self'; form-action 'none'"


def test_each_embed_has_an_answer_beside_it() -> None:
    files = dict(demonstration())
    for path, text in pages(iter(files.items())).items():
        answer = json.loads(files[path.replace("index.html", "oembed.json")])
        assert (answer["version"], answer["type"], answer["width"]) == ("1.0", "rich", 600)
        assert answer["provider_url"] == ADDRESS
        (frame,) = Elements(answer["html"]).found
        assert frame[0] == "iframe"
        assert frame[1]["src"] == ADDRESS + path.removesuffix("index.html")
        assert frame[1]["title"] == answer["title"] == re.sub(r"^\s+|\s+$", "", answer["title"])
        assert (frame[1]["width"], frame[1]["height"]) == ("600", str(answer["height"]))
        assert ADDRESS + path.replace("index.html", "oembed.json") in Elements(text).values("link", "href")


def test_a_quotation_stands_as_on_the_page(tmp_path: Path) -> None:
    text = make_files(tmp_path)[HOT]
    page = Elements(text)
    for shown in ("Soup is hot. Stew is not.", "Ada Example", ", cook", "April 1, 2025", "Noon", "The Daily Broth"):
        assert shown in page.text
    assert "Verified, with alterations" in page.text or "Verified: these words stand in the source" in page.text
    assert "She was <em>asked</em>." in text
    assert "From Is soup hot?, Soup" in page.text
    assert page.values("base", "href") == ["../../../soup/"]
    assert page.values("link", "href")[0] == f"{ADDRESS}soup/#quote-hot"
    assert page.values("meta", "content").count("noindex") == 1
    assert "#quote-hot" in page.values("a", "href")


def test_the_code_stands_for_itself_without_its_frame(tmp_path: Path) -> None:
    text = make_files(tmp_path)[HOT]
    page = Elements(Elements(text).code)
    assert page.found[0][0] == "blockquote"
    assert page.found[0][1]["cite"] == "https://paper.example/noon"
    assert page.found[-1][0] == "iframe"
    assert page.values("a", "href") == ["https://paper.example/noon", f"{ADDRESS}soup/#quote-hot"]
    for shown in ("Soup is hot. Stew is not.", "Ada Example, cook, April 1, 2025", "Noon", "The Daily Broth"):
        assert shown in page.text


def test_a_page_links_to_its_embeds_and_names_its_answer(tmp_path: Path) -> None:
    built = build_page(tmp_path)
    page = built.pages["soup.md"]
    for name in ("quote-hot", "quote-stew", "expert-ada", "timeline"):
        assert f'href="../embed/soup/{name}/"' in page
        assert f"embed/soup/{name}/index.html" in built.files
    assert "oembed: embed/soup/oembed.json" in page
    assert "embed/soup/index.html" in built.files


def test_without_the_sites_address_there_are_embeds_but_no_code(tmp_path: Path) -> None:
    built = build_page(tmp_path, address="")
    assert {path.rsplit("/", 1)[-1] for path in embed_files(built)} == {"index.html"}
    text = built.files[HOT]
    assert "<textarea" not in text
    assert "canonical" not in text
    assert "embed" not in built.pages["soup.md"]


def test_an_owner_may_turn_them_off(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": PAGE})
    built = build_site(replace(settings, site_url=ADDRESS, embeds=False))
    assert not any(path.startswith("embed/") for path in built.files)
    assert "embed" not in built.pages["soup.md"]


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("{date: 2025-04-09, text: The soup was warm., of: hot}", {"quote-hot", "expert-ada"}),
        (
            "{date: 2025-04-09, text: The soup was warm., of: ada}",
            {"quote-hot", "quote-stew", "expert-ada", "timeline"},
        ),
        (
            "{date: 2025-04-09, text: The soup was warm., of: broth}",
            {"quote-hot", "quote-stew", "expert-ada", "timeline"},
        ),
        ("{date: 2025-04-09, text: The soup was warm., of: noon}", {"timeline"}),
        (
            "{date: 2025-04-09, kind: update, text: The soup was warm.}",
            {"", "quote-hot", "quote-stew", "expert-ada", "timeline"},
        ),
        ("{date: 2025-04-01, text: The soup was warm.}", set()),
    ],
)
def test_a_correction_is_seen_before_what_it_corrects(note: str, shown: set[str], tmp_path: Path) -> None:
    found = pages(iter(make_files(tmp_path, with_corrections(note)).items()))
    names = {path.removeprefix("embed/soup").removesuffix("index.html").strip("/"): path for path in found}
    assert {name for name, path in names.items() if "The soup was warm." in found[path]} == shown
    for name in shown:
        text = found[names[name]]
        body = text[text.index("<main") :]
        assert "April 9, 2025</time>" in body
        assert body.index("The soup was warm.") < min(
            place for mark in ("<blockquote", "<h3", "ex-header") if (place := body.find(mark)) > 0
        )


SPEECH = " ".join(f"Soup number {number} is hot." for number in range(1, 301))


def long_page(**fields: str) -> str:
    page = PAGE
    for name, value in fields.items():
        old = {
            "events": "  early: {date: 2024, title: The kitchen is built}\n",
            "summary": '"She [tasted](https://taste.example/) it."',
            "words": '"Soup is hot. Stew is not."',
            "standfirst": "A cook was asked.",
            "notes": "---\n\n:::",
        }[name]
        assert old in page
        page = page.replace(old, value)
    return page


def test_a_timeline_shows_as_many_events_as_there_is_room_for(tmp_path: Path) -> None:
    days = [(year, month, day) for year in (2022, 2023) for month in range(1, 4) for day in range(10, 29)]
    page = long_page(
        events="".join(
            f"  e{number}: {{date: {year}-{month:02}-{day}, title: Event {number}, text: {'Soup. ' * 30}, sources: [broth]}}\n"
            for number, (year, month, day) in enumerate(days)
        )
        + "  last: {date: 2025-05, title: The end, key: true}\n"
    )
    text = make_files(tmp_path, page)["embed/soup/timeline/index.html"]
    assert LIMIT - 300 < len(text.encode()) <= LIMIT
    found = Elements(text)
    shown = re.findall(r"Event (\d+)", found.text)
    assert shown == [str(number) for number in range(len(shown))]
    assert "The end" in found.text
    assert f"… and {len(days) + 1 - len(shown)} more on the page" in found.text
    assert "#event-e0" in found.values("a", "href")


def test_words_are_never_cut_and_the_author_is_told(tmp_path: Path) -> None:
    settings = write_site(
        tmp_path,
        {
            "seeds/broth.txt": f"“{SPEECH}” said Ada Example. “Stew is not.”\n",
            "content/soup.md": long_page(words=f'"{SPEECH}"'),
        },
    )
    built = build_site(replace(settings, site_url=ADDRESS, cards=False))
    texts = {name: built.files[f"embed/soup/{name}/index.html"] for name in ("quote-hot", "expert-ada")}
    for text in texts.values():
        assert text.count(SPEECH) == 1
        assert "<strong>Ada Example, cook" in Elements(text).code
        assert "<iframe" in Elements(text).code
        assert "She was <em>asked</em>." in text
    assert [(issue.code, issue.severity, issue.location.line) for issue in built.issues] == [
        ("large-embed", "warning", 11),
        ("large-embed", "warning", 14),
    ]
    size = len(texts["quote-hot"].encode())
    assert built.issues[0].message == f"embed 'embed/soup/quote-hot/' has {size:,} bytes, more than 12,000"


def test_an_expert_keeps_the_words_when_the_summary_has_no_room(tmp_path: Path) -> None:
    text = make_files(tmp_path, long_page(summary=json.dumps("She tasted it. " * 600)))[
        "embed/soup/expert-ada/index.html"
    ]
    assert len(text.encode()) <= LIMIT
    assert "She tasted it." not in text
    for shown in ("Soup is hot. Stew is not.", "Is it hot?", "It is", "Shortened"):
        assert shown in text


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"standfirst": "A cook was asked. " * 500}, 2),
        ({"notes": f"corrections:\n  - {{date: 2025-04-09, text: {'Warm. ' * 1200}}}\n---\n\n:::"}, 2),
    ],
)
def test_a_page_that_is_too_long_for_its_embed_is_told(fields: dict[str, str], line: int, tmp_path: Path) -> None:
    built = build_page(tmp_path, long_page(**fields))
    assert {issue.code for issue in built.issues} == {"large-embed"}
    assert built.issues[0].location.line == line
    assert "embed 'embed/soup/' has" in built.issues[0].message


def test_a_page_with_many_corrections_has_embeds_with_the_newest(tmp_path: Path) -> None:
    notes = (
        "".join(f"  - {{date: 2025-05-{day}, text: The soup was warm on day {day}.}}\n" for day in range(10, 31)) * 3
    )
    files = make_files(tmp_path, long_page(notes=f"corrections:\n{notes}---\n\n:::"))
    for text in pages(iter(files.items())).values():
        found = Elements(text)
        assert len(text.encode()) <= LIMIT
        assert found.text.count("The soup was warm on day") == 1
        assert "The soup was warm on day 30." in found.text
        assert "… and 62 more on the page" in found.text
        assert "#corrections" in found.values("a", "href")


def test_a_page_that_failed_or_is_a_draft_has_no_embed(tmp_path: Path) -> None:
    failed = PAGE.replace("text: Stew is not,", "text: Stew is cold,")
    assert embed_files(build_page(tmp_path / "a", failed)) == {}
    assert embed_files(build_page(tmp_path / "b", PAGE.replace("title:", "draft: true\ntitle:"))) == {}


HOSTILE = (
    "</style></title></textarea><script>alert(1)</script><img src=x onerror=alert(2)>\" onload='x' {{ 7*7 }} &amp;"
)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    fields = {
        "title: Is soup hot?": "title: {}",
        "standfirst: A cook was asked.": "standfirst: {}",
        "title: Noon": "title: {}",
        "publisher: The Daily Broth": "publisher: {}",
        "role: cook": "role: {}",
        "note: She was *asked*.": "note: {}",
        'question: "Is it hot?"': "question: {}",
        "position: It is": "position: {}",
        'summary: "She [tasted](https://taste.example/) it."': "summary: {}",
        "title: The kitchen opens": "title: {}",
        "text: At noon.": "text: {}",
    }
    page = with_corrections("{date: 2025-04-09, text: HERE, of: hot}").replace(
        "text: HERE", f"text: {json.dumps(HOSTILE)}"
    )
    for tame, field in fields.items():
        assert tame in page
        page = page.replace(tame, field.format(json.dumps(HOSTILE)))
    files = embed_files(build_page(tmp_path, page))
    assert len(files) == 10
    for path, text in files.items():
        html = text if path.endswith(".html") else json.loads(text)["html"]
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(html)
            assert "{{ 7*7 }}" in html
        page_elements = Elements(html)
        assert {tag for tag, _ in page_elements.found} & {"script", "img"} == set()
        assert not any(name.startswith("on") for _, values in page_elements.found for name in values)
    code = Elements(Elements(files[HOT]).code)
    assert {tag for tag, _ in code.found} & {"script", "img"} == set()


def test_a_page_right_to_left_has_embeds_right_to_left(tmp_path: Path) -> None:
    text = make_files(tmp_path, PAGE.replace("language: en", "language: ar"))[HOT]
    assert '<html lang="ar" dir="rtl">' in text
    assert "جرى التحقق" in text
    assert set(Elements(Elements(text).code).values("p", "dir")) == {"auto"}


def test_the_owners_accent_is_that_of_embeds(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": PAGE})
    text = build_site(replace(settings, accent="#8c1d40")).files[HOT]
    assert "--ex-accent-light:#8c1d40" in text


def test_the_same_site_gives_the_same_bytes() -> None:
    assert dict(demonstration()) == dict(demonstration())


@pytest.mark.parametrize(
    ("path", "folders"), [("embed/soup.md", True), ("embed/soup/index.md", True), ("embed/soup/index.md", False)]
)
def test_no_embed_takes_the_place_of_a_page(path: str, folders: bool, tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": PAGE, f"content/{path}": "# Mine\n"})
    built = build_site(replace(settings, site_url=ADDRESS, page_folders=folders))
    assert "embed/soup/index.html" not in built.files
    assert "oembed" not in built.pages["soup.md"]
    assert HOT in built.files


def test_no_embed_takes_the_place_of_another(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": PAGE, "content/soup/timeline.md": PAGE})
    built = build_site(replace(settings, site_url=ADDRESS, cards=False))
    assert Elements(built.files["embed/soup/timeline/index.html"]).values("base", "href") == ["../../../soup/timeline/"]
    assert "embed/soup/timeline/timeline/index.html" in built.files
    assert "embed/soup/timeline/" not in built.pages["soup.md"]
    assert "embed/soup/quote-hot/" in built.pages["soup.md"]


def test_a_page_without_a_folder_of_its_own(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/a/soup.md": PAGE})
    built = build_site(replace(settings, site_url=ADDRESS, page_folders=False))
    text = built.files["embed/a/soup/quote-hot/index.html"]
    assert Elements(text).values("base", "href") == ["../../../../a/soup.html"]
    assert Elements(text).values("link", "href")[0] == f"{ADDRESS}a/soup.html#quote-hot"
    assert 'href="../embed/a/soup/quote-hot/index.html"' in built.pages["a/soup.md"]


def test_a_page_that_is_not_listed_has_embeds(tmp_path: Path) -> None:
    assert HOT in make_files(tmp_path, PAGE.replace("title: Is", "listed: false\ntitle: Is"))


@pytest.mark.parametrize(
    "name",
    [
        "O'Neil \"<b>&amp; \\",
        "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{HEAVY BLACK HEART} \N{REGIONAL INDICATOR SYMBOL LETTER D}",
        "\N{RIGHT-TO-LEFT OVERRIDE}eda\N{POP DIRECTIONAL FORMATTING} \N{RIGHT-TO-LEFT ISOLATE}x",
        "هل الحساء ساخن؟",
        "湯は熱いか" * 20,
        "x" * 500,
    ],
)
def test_a_name_is_whatever_its_owner_bears(name: str, tmp_path: Path) -> None:
    shown = plain(name)
    page = PAGE.replace("Is soup hot?", json.dumps(name, ensure_ascii=False), 1)
    page = page.replace("role: cook", f"role: {json.dumps(name, ensure_ascii=False)}")
    for path, text in make_files(tmp_path, page).items():
        if not path.endswith(".html"):
            assert Elements(json.loads(text)["html"]).values("iframe", "title") == [json.loads(text)["title"]]
            continue
        assert len(text.encode()) <= LIMIT
        html5lib.HTMLParser(strict=True).parse(text)
        found = Elements(text)
        assert shown in found.text
        assert shown in Elements(found.code).text
        assert len(Elements(found.code).values("iframe", "src")) == 1


def test_the_citations_of_a_part_and_of_its_corrections_have_ids_of_their_own(tmp_path: Path) -> None:
    page = with_corrections("{date: 2025-04-09, text: 'It was warm [@broth].', of: hot}")
    page = page.replace("note: She was *asked*.", "note: 'She was asked [@broth].'")
    for text in make_files(tmp_path, page).values():
        found = [name for _, values in Elements(text).found for key, name in values.items() if key == "id"]
        assert len(found) == len(set(found))


def test_a_page_whose_name_is_no_plain_word(tmp_path: Path) -> None:
    built = build_page(tmp_path, path="a b/ç.md")
    text = built.files["embed/a b/ç/quote-hot/index.html"]
    assert Elements(text).values("link", "href")[0] == f"{ADDRESS}a%20b/%C3%A7/#quote-hot"
    assert Elements(text).values("base", "href") == ["../../../../a%20b/%C3%A7/"]


def test_a_quotation_with_a_card_offers_it_for_links(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": PAGE})
    settings = replace(settings, site_url=ADDRESS, site_name="Soup", card_quotations=True)
    files = embed_files(build_site(settings))
    shown = files["embed/soup/quote-hot/index.html"]
    assert f'<meta property="og:image" content="{ADDRESS}assets/quotation-cards/soup/hot.png">' in shown
    assert 'og:image:alt" content="' in shown
    assert "og:image" not in files["embed/soup/expert-ada/index.html"]
    without = embed_files(build_site(replace(settings, cards=False)))
    assert "og:image" not in without["embed/soup/quote-hot/index.html"]
