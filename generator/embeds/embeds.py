"""All embeds of a site, with the answers that oEmbed (oembed.com, version 1.0) gives for them."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.embeds.address import embed_address, embed_file, embed_link, oembed_file
from generator.embeds.corrections import concerned_corrections
from generator.embeds.height import WIDTH, frame_height
from generator.embeds.outline import read_outline
from generator.embeds.part import LEVELS, Part, make_part, part_names
from generator.embeds.sheet import Sheets
from generator.embeds.views import BodyView, CodeView, FrameView, PageView
from generator.model import Explainer
from generator.page_url import page_url, relative_url
from generator.render.citations import Citations
from generator.render.components import Components
from generator.render.direction import text_direction
from generator.render.markup import FieldMarkup
from generator.render.phrases import page_phrases
from generator.render.plain_text import plain
from generator.render.policy import hash_source
from generator.render.proof import Outcome
from generator.render.surroundings import Surroundings
from generator.render.templates import render_partial
from generator.render.views import Link

_POLICY = "default-src 'none'; style-src {style}; base-uri 'self'; form-action 'none'"
LIMIT = 12_000
"""How many bytes an embed may have; one that has more is shortened."""
_ALWAYS = frozenset({"html", "body"})
_CACHE_AGE = 3600
"""For how many seconds others may keep an answer, so that a correction does not come too late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embeds:
    """Makes the embeds of a site.

    Args:
        templates: The theme's partials.
        sheets: Their style sheets.
        site_name: The site's name.
        site_url: The site's address, with a slash at its end; empty where it is not known.
        folders: Whether each page has a folder of its own (MkDocs' use_directory_urls).
        raw_html: Whether HTML in the authors' Markdown is sanitised rather than shown as text.
        taken: Addresses of the pages that the authors wrote; no embed takes their places.
    """

    templates: Environment
    sheets: Sheets
    site_name: str = ""
    site_url: str = ""
    folders: bool = True
    raw_html: bool = False
    taken: Collection[str] = field(default_factory=frozenset)

    def names(self, explainer: Explainer, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
        """Name the parts of a page that have embeds, the page itself by nothing."""
        return tuple(
            name for name in part_names(explainer, outcomes) if embed_address(explainer.path, name) not in self.taken
        )

    def oembed(self, explainer: Explainer, outcomes: Mapping[str, Outcome]) -> str:
        """Return the path of a page's own oEmbed answer; empty where it has none."""
        offered = self.site_url and "" in self.names(explainer, outcomes)
        return oembed_file(embed_address(explainer.path)) if offered else ""

    def links(self, explainer: Explainer, outcomes: Mapping[str, Outcome]) -> dict[str, str]:
        """Return the links from a page to its embeds by the parts' names; empty where there is no code to take."""
        here = page_url(explainer.path, folders=self.folders)
        names = self.names(explainer, outcomes) if self.site_url else ()
        return {
            name: embed_link(embed_address(explainer.path, name), here, folders=self.folders) for name in names if name
        }

    def files(
        self, explainer: Explainer, outcomes: Mapping[str, Outcome], surroundings: Surroundings
    ) -> Iterator[tuple[str, str]]:
        """Render the embeds of a page.

        Args:
            explainer: The page.
            outcomes: What verification found, by quotation id.
            surroundings: What the rest of the site adds to the page.

        Yields:
            Path below the site's folder and text of each file.
        """
        phrases = page_phrases(explainer.language)
        markup = FieldMarkup(Citations(explainer.sources, phrases["source_label"]), None, self.raw_html)
        around = replace(surroundings, embeds={})

        def components() -> Components:
            citations = Citations(explainer.sources, phrases["source_label"])
            return Components(
                explainer=explainer,
                verdicts={name: outcome.verdict for name, outcome in outcomes.items()},
                locked={name: outcome.locked for name, outcome in outcomes.items() if outcome.locked is not None},
                templates=self.templates,
                phrases=phrases,
                citations=citations,
                markup=replace(markup, citations=citations),
                surroundings=around,
            )

        for name in self.names(explainer, outcomes):
            found: dict[str, str] = {}
            for level in range(LEVELS):
                part = make_part(name, components(), level)
                indexes = concerned_corrections(explainer, part.concerning)
                notes = components().corrections(indexes) if indexes else Markup()
                found = dict(self._files(explainer, part, notes))
                if len(found[embed_file(embed_address(explainer.path, name))].encode()) <= LIMIT:
                    break
            yield from found.items()

    def _files(self, explainer: Explainer, part: Part, notes: Markup) -> Iterator[tuple[str, str]]:
        address = embed_address(explainer.path, part.name)
        page = page_url(explainer.path, folders=self.folders)
        phrases = page_phrases(explainer.language)
        headline = plain(explainer.title)
        body = BodyView(
            notes=notes,
            kicker=part.kicker,
            part=part.html,
            is_page=not part.name,
            link=Link(f"#{part.anchor}" if part.anchor else relative_url(page, page), headline),
            site=plain(self.site_name),
            shortened=part.shortened,
            code=Markup(),
        )
        if self.site_url:
            shown = read_outline(render_partial(self.templates, "embeds/body", body=body, words=phrases))
            view = FrameView(src=self._whole(address), title=part.title, width=WIDTH, height=frame_height(shown.blocks))
            frame = render_partial(self.templates, "embeds/frame", frame=view)
            code = CodeView(
                lead=part.lead,
                quotations=part.quotations,
                language=explainer.language,
                link=Link(self._whole(page, part.anchor), headline),
                site=body.site,
                frame=frame,
            )
            body = replace(body, code=_as_text(render_partial(self.templates, "embeds/code", code=code, words=phrases)))
            yield oembed_file(address), self._answer(explainer, view, frame)
        yield embed_file(address), self._page(explainer, part, body)

    def _page(self, explainer: Explainer, part: Part, body: BodyView) -> str:
        address = embed_address(explainer.path, part.name)
        page = page_url(explainer.path, folders=self.folders)
        html = render_partial(self.templates, "embeds/body", body=body, words=page_phrases(explainer.language))
        style = self.sheets.render(read_outline(html).names | _ALWAYS)
        view = PageView(
            language=explainer.language,
            direction=text_direction(explainer.language),
            policy=_POLICY.format(style=hash_source(style)),
            title=part.title,
            base=relative_url(page, address),
            canonical=self._whole(page, part.anchor) if self.site_url else "",
            oembed=self._whole(oembed_file(address)) if self.site_url else "",
            style=Markup(style),  # noqa: S704 - the theme's own
            body=html,
        )
        return f"{render_partial(self.templates, 'embeds/page', embed=view)}\n"

    def _answer(self, explainer: Explainer, view: FrameView, frame: Markup) -> str:
        answer = {
            "version": "1.0",
            "type": "rich",
            "title": view.title,
            "author_name": ", ".join(map(plain, explainer.byline)),
            "provider_name": plain(self.site_name),
            "provider_url": self.site_url,
            "cache_age": _CACHE_AGE,
            "html": str(frame),
            "width": view.width,
            "height": view.height,
        }
        return json.dumps({key: value for key, value in answer.items() if value != ""}, ensure_ascii=False) + "\n"

    def _whole(self, address: str, anchor: str = "") -> str:
        return f"{self.site_url}{quote(address)}{f'#{anchor}' if anchor else ''}"


def _as_text(html: Markup) -> Markup:
    """Escape HTML that is shown as text, but for quotation marks, which text may hold, and which are many."""
    return Markup(escape(str(html)).replace("&#34;", '"'))  # noqa: S704 - escaped on this very line
