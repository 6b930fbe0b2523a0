"""All embeds of a site."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.embeds.address import embed_address, embed_file, embed_link, oembed_file
from generator.embeds.embed import Embed, fullest_embed
from generator.embeds.forms import Form, part_forms
from generator.embeds.height import WIDTH, frame_height
from generator.embeds.oembed import oembed_answer
from generator.embeds.outline import read_outline
from generator.embeds.part import Part, former_part_names, part_names
from generator.embeds.sheet import Sheets
from generator.embeds.views import BodyView, CodeView, FrameView, MovedView, PageView, Picture
from generator.markdown.citations import Citations
from generator.markdown.markup import FieldMarkup
from generator.markdown.plain_text import plain
from generator.model.explainer import Explainer
from generator.model.outcome import Outcome
from generator.render.components import Components
from generator.render.page_data import PageData
from generator.render.policy import hash_source
from generator.render.surroundings import Surroundings
from generator.render.templates import render_partial
from generator.render.views import Link
from generator.site.page_url import page_url, relative_url
from generator.wording.direction import text_direction
from generator.wording.phrases import page_phrases

_POLICY = "default-src 'none'; style-src {style}; base-uri 'self'; form-action 'none'"
_ALWAYS = frozenset({"html", "body"})


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
        taken: Path of the page to which a file belongs, by that file; no embed of another page takes its place.
    """

    templates: Environment
    sheets: Sheets
    site_name: str = ""
    site_url: str = ""
    folders: bool = True
    raw_html: bool = False
    taken: Mapping[str, str] = field(default_factory=dict)

    def names(self, explainer: Explainer, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
        """Name the parts of a page that have embeds, the page itself by nothing."""
        path = explainer.path
        return tuple(
            name
            for name in part_names(explainer, outcomes)
            if self.taken.get(embed_file(embed_address(path, name)), path) == path
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

    def make(
        self,
        explainer: Explainer,
        outcomes: Mapping[str, Outcome],
        surroundings: Surroundings,
        pictures: Mapping[str, Picture],
    ) -> tuple[Embed, ...]:
        """Make the embeds of a page, each in the fullest form that is small enough.

        Args:
            explainer: The page.
            outcomes: What verification found, by quotation id.
            surroundings: What the rest of the site adds to the page.
            pictures: Pictures for links to an embed, by the part's name.
        """
        # An embed shows nothing of the text.
        page = replace(explainer, body="")
        components = self._components(page, outcomes, replace(surroundings, embeds={}))

        def embed(form: Form) -> Embed:
            part = form(components)
            return self._embed(page, part, pictures.get(part.name))

        whole = (fullest_embed(part_forms(name, page), embed) for name in self.names(page, outcomes))
        return tuple(replace(made, moved=self._moved(page, made)) for made in whole)

    def _moved(self, page: Explainer, embed: Embed) -> dict[str, str]:
        """Make the pages at the addresses that an embed had before; the frame of another site follows them."""
        here = page_url(page.path, folders=self.folders)
        pages = {}
        for name in former_part_names(page, embed.part.name):
            address = embed_address(page.path, name)
            if self.taken.get(embed_file(address), page.path) == page.path:
                view = MovedView(
                    language=page.language,
                    direction=text_direction(page.language),
                    title=embed.part.title,
                    href=embed_link(embed.address, address, folders=self.folders),
                    canonical=self._whole(here, embed.part.anchor) if self.site_url else "",
                )
                pages[address] = f"{render_partial(self.templates, 'embeds/moved', moved=view)}\n"
        return pages

    def _components(self, page: Explainer, outcomes: Mapping[str, Outcome], surroundings: Surroundings) -> Components:
        phrases = page_phrases(page.language)
        citations = Citations(page.sources, phrases["source_label"])
        markup = FieldMarkup(citations, raw_html=self.raw_html)
        data = PageData(
            explainer=page,
            outcomes=outcomes,
            phrases=phrases,
            citations=citations,
            html=lambda value: markup.render(value).html,
            surroundings=surroundings,
        )
        return Components(page=data, templates=self.templates)

    def _embed(self, page: Explainer, part: Part, picture: Picture | None) -> Embed:
        address = embed_address(page.path, part.name)
        body = self._body(page, part)
        if not self.site_url:
            return Embed(address=address, part=part, html=self._page(page, part, body, picture))
        view = self._frame(page, part, body)
        frame = render_partial(self.templates, "embeds/frame", frame=view)
        body = replace(body, code=self._code(page, part, frame))
        answer = oembed_answer(view, str(frame), byline=page.byline, site_name=self.site_name, site_url=self.site_url)
        return Embed(address=address, part=part, html=self._page(page, part, body, picture), answer=answer)

    def _body(self, page: Explainer, part: Part) -> BodyView:
        here = page_url(page.path, folders=self.folders)
        return BodyView(
            notes=part.notes,
            older=part.older,
            kicker=part.kicker,
            part=part.html,
            is_page=not part.name,
            link=Link(f"#{part.anchor}" if part.anchor else relative_url(here, here), plain(page.title)),
            site=plain(self.site_name),
            more=part.more,
            shortened=part.shortened,
            code=Markup(),
        )

    def _frame(self, page: Explainer, part: Part, body: BodyView) -> FrameView:
        shown = read_outline(self._main(page, body))
        address = embed_address(page.path, part.name)
        return FrameView(src=self._whole(address), title=part.title, width=WIDTH, height=frame_height(shown.blocks))

    def _code(self, page: Explainer, part: Part, frame: Markup) -> Markup:
        """Render what others paste into their pages, as text."""
        code = CodeView(
            lead=part.lead,
            quotations=part.quotations,
            language=page.language,
            link=Link(self._whole(page_url(page.path, folders=self.folders), part.anchor), plain(page.title)),
            site=plain(self.site_name),
            frame=frame,
        )
        return _as_text(render_partial(self.templates, "embeds/code", code=code, words=page_phrases(page.language)))

    def _page(self, page: Explainer, part: Part, body: BodyView, picture: Picture | None) -> str:
        address = embed_address(page.path, part.name)
        here = page_url(page.path, folders=self.folders)
        html = self._main(page, body)
        style = self.sheets.render(read_outline(html).names | _ALWAYS)
        view = PageView(
            language=page.language,
            direction=text_direction(page.language),
            policy=_POLICY.format(style=hash_source(style)),
            title=part.title,
            base=relative_url(here, address),
            canonical=self._whole(here, part.anchor) if self.site_url else "",
            oembed=self._whole(oembed_file(address)) if self.site_url else "",
            picture=replace(picture, path=self._whole(picture.path)) if picture and self.site_url else None,
            style=Markup(style),  # noqa: S704 - the theme's own
            body=html,
        )
        return f"{render_partial(self.templates, 'embeds/page', embed=view)}\n"

    def _main(self, page: Explainer, body: BodyView) -> Markup:
        return render_partial(self.templates, "embeds/body", body=body, words=page_phrases(page.language))

    def _whole(self, address: str, anchor: str = "") -> str:
        return f"{self.site_url}{quote(address)}{f'#{anchor}' if anchor else ''}"


def _as_text(html: Markup) -> Markup:
    """Escape HTML that is shown as text, but for quotation marks, which text may hold, and which are many."""
    return Markup(escape(str(html)).replace("&#34;", '"'))  # noqa: S704 - escaped on this very line
