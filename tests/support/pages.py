"""The kinds of page that readers meet: a site's name and the page's path in it."""

HOME = ("demonstration", "")
JAILING = ("demonstration", "explainers/jailing-citizens-abroad/")
STEP = ("demonstration", "explainers/one-small-step/")
PRINTS = ("demonstration", "explainers/white-sands-footprints/")
HEARING = ("gallery", "hearing/")
ORDINARY = ("gallery", "ordinary/")
ARABIC = ("arabic", "harbour/")
FAILED = ("preview", "failed/")

EXPLAINERS = (JAILING, STEP, PRINTS)
KINDS = (
    HOME,
    JAILING,
    STEP,
    PRINTS,
    ("demonstration", "guide/"),
    ("demonstration", "guide/gallery/"),
    ("demonstration", "guide/errors/"),
    ("demonstration", "404.html"),
    ("demonstration", "explainers/"),
    ("demonstration", "people/"),
    ("demonstration", "people/armstrong/"),
    ("demonstration", "quotations/"),
    ("demonstration", "sources/"),
    ("demonstration", "sources/white-sands-2023/"),
    ("demonstration", "timeline/"),
    ("demonstration", "topics/"),
    ("demonstration", "corrections/"),
    ("demonstration", "methodology/"),
    ("gallery", ""),
    HEARING,
    ("gallery", "ja/"),
    ("gallery", "de/"),
    ORDINARY,
    ("arabic", ""),
    ARABIC,
    ("arabic", "explainers/"),
    ("arabic", "people/"),
    ("arabic", "quotations/"),
    ("arabic", "sources/"),
    ("arabic", "timeline/"),
    ("arabic", "corrections/"),
    ("arabic", "methodology/"),
    ("preview", ""),
    FAILED,
)


def name_of(page: tuple[str, str]) -> str:
    """Name a page in the report of a test."""
    return "/".join(page).rstrip("/")
