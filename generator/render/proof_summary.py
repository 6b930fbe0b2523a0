"""The proof of a page in a sentence: how many of its quotations are verified."""

from generator.render.page_data import PageData


def proof_summary(page: PageData) -> tuple[str, str]:
    """Say how many of the page's quotations are verified, and in how many sources.

    Args:
        page: The page.

    Returns:
        The sentence, and "verified" where all are or "partly"; both are empty where there are no quotations.
    """
    quotes = page.explainer.quotes.values()
    if not quotes:
        return "", ""
    good = [quotation for quotation in quotes if page.outcome(quotation.id).ok]
    counted = page.count("quotations", len(quotes))
    if len(good) < len(quotes):
        return page.phrases["some_verified"].format(quotations=counted, count=len(good)), "partly"
    sources = page.count("sources", len({quotation.source for quotation in good}))
    name = "all_verified_one" if len(good) == 1 else "all_verified_other"
    return page.phrases[name].format(quotations=counted, sources=sources), "verified"
