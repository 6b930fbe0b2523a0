"""The MkDocs plugin: a thin coat over the library. Only this module imports MkDocs."""

import logging
import os
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator.build.added_files import added_files
from generator.build.built_site import SITE_DATA, Built, build_site, problems_of
from generator.checks.drafts import gather_unconfirmed
from generator.evidence.binding import bound_evidence
from generator.files.load import display_path_of, is_person_page
from generator.files.staging import begin_staging, discard_staging, finish_staging, overlap
from generator.markdown.author_text import AuthorText
from generator.markdown.body_html import EXTENSIONS, OPTIONS
from generator.markdown.safety import find_unsafe_in_page, unsafe_issues
from generator.model.errors import ExplainerError, Location, SettingsError
from generator.model.issue import Issue, Severity, sorted_issues
from generator.render.policy import with_policy
from generator.render.problems import render_problem_box, render_problems
from generator.render.search_entries import search_entries
from generator.render.theme import STYLE_SHEET, overrides_folder, theme_folder
from generator.report import render_text
from generator.site.markdown_extensions import of_library
from generator.site.options import OPTIONS as SITE_OPTIONS
from generator.site.options import PLUGIN, Host, make_settings, plugin_options
from generator.site.settings import Settings

log = logging.getLogger("mkdocs.plugins.explainer")


DRAFTS_VARIABLE = "EXPLAINER_DRAFTS"
"""Environment variable that has drafts built with all the rest where it is 1: for a preview among colleagues."""


class ExplainerPlugin(BasePlugin[base.LegacyConfig]):  # type: ignore[no-untyped-call]
    """Checks and renders the explainers of a site whenever MkDocs builds it."""

    config_scheme = tuple((one.name, option.Type(one.kinds, default=one.default)) for one in SITE_OPTIONS.values())

    preview = False
    settings: Settings
    built: Built
    site_dir: str
    staged: Path | None = None
    unsafe = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Tell a preview, which shows what is wrong, from a build, which stops."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our style sheet, our templates and the Markdown extensions that our blocks need."""
        self.settings = _settings(config, self.config)
        config.extra_css = [STYLE_SHEET, *config.extra_css]
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(overrides_folder()))
        missing = [name for name in EXTENSIONS if name not in config.markdown_extensions]
        config.markdown_extensions = [*config.markdown_extensions, *missing]
        config.mdx_configs = {**OPTIONS, **config.mdx_configs}
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build our pages before MkDocs touches the site's folder; stop if they may not be published."""
        try:
            self.built = build_site(self.settings)
        except ExplainerError as error:
            raise Abort(f"explainer: {error}") from error
        for issue in gather_unconfirmed(self.built.issues):
            _tell(issue, loudly=not issue.of_draft or (self.preview and not config.strict))
        if self.built.site_data:
            config.extra[SITE_DATA] = self.built.site_data
        self.site_dir, self.staged, self.unsafe = config.site_dir, None, False
        if self.preview:
            return
        if any(issue.fails(strict=config.strict) for issue in self.built.issues):
            raise Abort("explainer: nothing was built, and the site's folder is as it was")
        if kept := overlap(Path(config.site_dir), self.settings):
            raise Abort(f"explainer: site_dir is {config.site_dir}, and a build would replace {kept}")
        try:
            self.staged = begin_staging(Path(config.site_dir))
        except OSError as error:
            raise Abort(f"explainer: the folder {config.site_dir} cannot be written: {error.strerror}") from error
        config.site_dir = str(self.staged)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out the people's files, which are no pages, and drafts but for a preview; add our assets."""
        drafts = os.environ.get(DRAFTS_VARIABLE) == "1"
        for file in list(files.documentation_pages()):
            if is_person_page(file.src_uri):
                files.remove(file)
            elif file.src_uri in self.built.drafts and not drafts:
                file.inclusion = InclusionLevel.DRAFT
            elif config.nav is None and file.src_uri in self.built.outside_navigation:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        taken = {file.dest_uri for file in files}
        for added in added_files(self.built, self.settings, taken=taken, drafts=self.preview or drafts):
            inclusion = InclusionLevel.INCLUDED if added.in_navigation else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, added.path, content=added.content, inclusion=inclusion))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Stop if a page may not be published; let Material's templates leave no blank lines, which weigh."""
        if self.unsafe and not self.preview:
            raise Abort("explainer: nothing was built, and the site's folder is as it was")
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_page_read_source(self, page: Page, *, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Give MkDocs our finished Markdown, or in a preview what is wrong with the page."""
        path = page.file.src_uri
        problems = problems_of(self.built, path, self.settings)
        if any(issue.severity is Severity.ERROR for issue in problems):
            return render_problems(problems, self.built.pages.get(path, ""))
        return self.built.pages.get(path)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Take away what only pages of ours may say to our template."""
        path = page.file.src_uri
        if path not in self.built.site.explainers and path not in {made.path for made in self.built.generated}:
            page.meta.pop("explainer", None)
        return markdown

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Let nothing unsafe into a page, whatever made it; in a preview, show what is wrong in its place."""
        findings = () if self.settings.raw_html else find_unsafe_in_page(html)
        if not findings:
            return html
        text = page.file.content_string
        place = Location(path=display_path_of(self.settings, page.file.src_uri), line=1)
        issues = sorted_issues(unsafe_issues(AuthorText(text, place, in_body=True), findings))
        for issue in issues:
            _tell(issue, loudly=True)
        self.unsafe = True
        return render_problem_box(issues)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 - MkDocs calls it so
    ) -> TemplateContext:
        """Let the search find each quotation by itself."""
        explainer = self.built.site.explainers.get(page.file.src_uri)
        for plugin in config.plugins.values():
            entries = getattr(getattr(plugin, "search_index", None), "entries", None)
            excluded = (page.meta.get("search") or {}).get("exclude")
            if explainer is not None and not excluded and isinstance(entries, list):
                entries += search_entries(explainer, page.url)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put the site's policy into a page, once nothing else changes it."""
        return with_policy(output) if self._has_policy else output

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put the site's policy into a page that comes from a template alone, such as 404.html."""
        is_page = template_name.endswith(".html")
        return with_policy(output_content) if self._has_policy and is_page else output_content

    @property
    def _has_policy(self) -> bool:
        """Tell whether pages have a policy; a preview has none, since MkDocs reloads it with a script of its own."""
        return self.settings.csp and not self.preview

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the previous one, unless a strict build is about to fail."""
        config.site_dir = self.site_dir
        if self.staged is None:
            return
        for path, text in bound_evidence(self.staged, self.built.files):
            (self.staged / path).write_bytes(text.encode())
        if config.strict and _warned():
            discard_staging(self.staged)
        else:
            finish_staging(self.staged, Path(self.site_dir))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Leave nothing half built behind."""
        if self.staged is not None:
            discard_staging(self.staged)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Watch the source texts and the theme as well."""
        for folder in (*self.settings.seeds, *self.settings.overrides, theme_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        return server


def _settings(config: MkDocsConfig, options: base.LegacyConfig) -> Settings:
    host = Host(
        docs_dir=config.docs_dir,
        language=str(config.theme.get("language") or "en"),
        site_name=config.site_name,
        page_folders=config.use_directory_urls,
        custom_dir=str(config.theme.custom_dir or ""),
        site_url=config.site_url or "",
        site_description=config.site_description or "",
        exclude_docs=config.exclude_docs,
        draft_docs=config.draft_docs,
        extensions={n: config.mdx_configs.get(n) or {} for n in config.markdown_extensions if of_library(n)},
    )
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    try:
        return make_settings(root, host, plugin_options([{PLUGIN: dict(options)}]))
    except SettingsError as error:
        raise Abort(f"explainer: {error}") from error


def _tell(issue: Issue, *, loudly: bool) -> None:
    """Log an Issue; MkDocs counts what is logged as a warning or worse, and stops a strict build by it."""
    level = logging.ERROR if issue.severity is Severity.ERROR else logging.WARNING
    level = level if loudly else logging.INFO
    log.log(level, "%s", render_text(issue).plain.rstrip())


def _warned() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
