"""Hostile texts: what would run in a browser, in every way in which Markdown and its extensions could put it there."""

from collections.abc import Iterator
from itertools import product

RUN = "window.ran=1"
"""The script that each of them tries to run; a browser tells whether it did."""

_EVENTS = (
    "onclick", "onerror", "onload", "onmouseover", "onfocus", "onfocusin", "ontoggle", "onanimationstart", "ONCLICK",
    "onpointerenter", "onbegin", "onwheel", "onbeforetoggle", "oncontentvisibilityautostatechange",
)  # fmt: skip
_ATTRIBUTES = (
    *(f'{event}="{RUN}"' for event in _EVENTS),
    f"onclick={RUN}",
    f"onclick='{RUN}'",
    f'href="javascript:{RUN}"',
    f"href=java&#115;cript:{RUN}",
    f'src="javascript:{RUN}"',
    f'xlink:href="javascript:{RUN}"',
    f'formaction="javascript:{RUN}"',
    f'action="javascript:{RUN}"',
    f'srcdoc="<script>{RUN}</script>"',
    'style="position:fixed;inset:0"',
    'style="background:url(//evil.example/)"',
    'http-equiv=refresh content="0;url=//evil.example/"',
    'srcset="//evil.example/ 1x"',
    'ping="//evil.example/"',
    "autofocus contenteditable",
    'data-md-component="search"',
    'is="x-y"',
    'slot="a"',
    'formtarget="_top"',
)
_HOLDERS = (
    "Text.\n{{: {0} }}",
    "*a*{{: {0} }}",
    "**a**{{ {0} }}",
    "_a_{{@{0}}}",
    "a{{@onclick=window.ran=1}} {0}",
    "# Title {{ {0} }}",
    "Title\n===\n{{: {0} }}",
    "- item\n{{: {0} }}",
    "- item {{: {0} }}",
    "- [ ] item\n{{: {0} }}",
    "1. item\n    {{: {0} }}",
    "> saying\n{{: {0} }}",
    "> [!note] Title\n> text\n{{: {0} }}",
    "| a {{: {0} }} | b |\n| - | - |\n| c {{: {0} }} | d |",
    "| a |\n| - |\n| b |\n{{: {0} }}",
    "term\n: meaning\n{{: {0} }}",
    "[a](b.md){{ {0} }}",
    "[a][b]{{ {0} }}\n\n[b]: c.md",
    "![a](b.png){{ {0} }}",
    "[a]{{ {0} }}",
    "[[Wiki]]{{: {0} }}",
    "<https://a.example/>{{ {0} }}",
    "https://a.example/ {{: {0} }}",
    "`code`{{ {0} }}",
    "`#!py code`{{ {0} }}",
    "``` {{ .py {0} }}\ncode\n```",
    "``` {{ .mermaid {0} }}\ncode\n```",
    "~~~ {{ .py {0} }}\ncode\n~~~",
    "```py {0}\ncode\n```",
    ":smile:{{ {0} }}",
    ":material-pot-steam:{{ {0} }}",
    "==a=={{ {0} }}",
    "^^a^^{{ {0} }}",
    "a^b^{{ {0} }}",
    "~~a~~{{ {0} }}",
    "a~b~{{ {0} }}",
    "++ctrl++{{ {0} }}",
    '++"a"++{{ {0} }}',
    "$a${{: {0} }}",
    "\\(a\\){{: {0} }}",
    "$$\na\n$$\n{{: {0} }}",
    '[=50% "a"]{{: {0} }}',
    "[=50%]\n{{: {0} }}",
    "{{++a++}}{{: {0} }}",
    "{{>>a<<}}{{: {0} }}",
    "a[^1]\n\n[^1]: note {{: {0} }}",
    "*[ab]: c\n\nab{{: {0} }}",
    '!!! note "a"\n    text\n    {{: {0} }}',
    '!!! note {0}\n    text',
    '??? note "a"\n    text\n    {{: {0} }}',
    '=== "a"\n\n    text\n    {{: {0} }}',
    '=== "*a*{{: {0} }}"\n\n    text',
    "/// note | a\n    attrs: {{ {0} }}\ntext\n///",
    "/// note | *a*{{: {0} }}\ntext\n///",
    "/// details | a\n    attrs: {{ {0} }}\n\ntext\n///",
    "/// tab | a\n    attrs: {{ {0} }}\n\ntext\n///",
    "/// html | div[{0}]\ntext\n///",
    "![a](b.png)\n/// caption\n    attrs: {{ {0} }}\n\ntext\n///",
    "![a](b.png)\n/// figure-caption\ntext {{: {0} }}\n///",
    "/// define\na\n\n- b {{: {0} }}\n///",
    "/// define\n    attrs: {{ {0} }}\na\n\n- b\n///",
    "<div markdown {0}>\ntext\n</div>",
    "<span {0}>a</span>",
    "<img src=b {0}>",
    "<svg {0}></svg>",
    "<details open {0}>a</details>",
    "a. item\n{{: {0} }}",
    "a\n{{: {0} }}\n{{: .b }}",
    "---\n{{: {0} }}",
    "[TOC]\n{{: {0} }}\n\n# a",
)  # fmt: skip
_ELEMENTS = (
    f"<script>{RUN}</script>", f"<SCRIPT>{RUN}</SCRIPT >", f"<script/x>{RUN}</script>", f"<svg><script>{RUN}</script></svg>",
    f"<svg onload={RUN}>", f"<svg/onload={RUN}>", f"<img src=x onerror={RUN}>", f"<img/src=x/onerror={RUN}//",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>", f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<body onload={RUN}>", f"<html onclick={RUN}>", f"<details open ontoggle={RUN}>", f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}></audio>", f"<object data=javascript:{RUN}></object>", f"<embed src=javascript:{RUN}>",
    f"<form><button formaction=javascript:{RUN}>a</button></form>", f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}></select>", f"<textarea autofocus onfocus={RUN}></textarea>",
    f"<marquee onstart={RUN}>a</marquee>", f"<math><a xlink:href=javascript:{RUN}>a</a></math>",
    f"<svg><a xlink:href=javascript:{RUN}><text y=20>a</text></a></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a><animate attributeName=href values=javascript:{RUN} /><text y=20>a</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={RUN}>#x'></svg>", f"<svg><foreignObject><img src=x onerror={RUN}>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={RUN}&gt;'>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>", f"<template><script>{RUN}</script></template>",
    f"<style>@import 'javascript:{RUN}';</style>", f"<style><img src=x onerror={RUN}></style>",
    f"<xmp><p title='</xmp><img src=x onerror={RUN}>'>", f"<title><p title='</title><img src=x onerror={RUN}>'>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example/'>", "<link rel=stylesheet href=//evil.example/>",
    f"<!--><img src=x onerror={RUN}>-->", f"<!--!><img src=x onerror={RUN}>-->", f"<!-- --!><img src=x onerror={RUN}>",
    f"<![CDATA[><img src=x onerror={RUN}>]]>", f"<?a><img src=x onerror={RUN}>?>", f"<!a><img src=x onerror={RUN}>",
    f"</div></div></article><img src=x onerror={RUN}>", f"<a href='java\tscript:{RUN}'>a</a>", f"<a href=' javascript:{RUN}'>a</a>",
    f"<a href='&#x6a;avascript:{RUN}'>a</a>", f"<a href='javascript&colon;{RUN}'>a</a>", f"<a href='data:text/html,<script>{RUN}</script>'>a</a>",
    f"<x onclick={RUN}>a</x>", f"<x-y onfocus={RUN} tabindex=0 autofocus>a</x-y>", f"<p/onclick={RUN}>a", f"<p\nonclick\n=\n{RUN}>a",
    f"<p title='>' onclick={RUN}>a", f"<p a=\"'\" onclick={RUN} b=\"'\">a", f"<P OnClIcK={RUN}>a", f"<p onclick='{RUN}'", f"<<p onclick={RUN}>a",
    f"<script type=math/tex src=data:,{RUN}></script>", f"<dialog open onfocus={RUN}>a</dialog>", f"<plaintext><img src=x onerror={RUN}>",
)  # fmt: skip
_FRAMES = (
    "{0}", "a {0} b", "- {0}", "> {0}", "1. a\n\n    {0}", "| a |\n| - |\n| {0} |", "# {0}", "`{0}", "`` ` {0}", "\\{0}",
    "```\n{0}", "```html\n{0}\n``", "    {0}", "a\n    {0}", '!!! note "{0}"\n    a', '!!! note\n    {0}', '=== "{0}"\n\n    a',
    "a[^1]\n\n[^1]: {0}", "term\n: {0}", "[{0}](a)", "![{0}](a)", "[a](b '{0}')", "[a]({0})", "[a]: {0}\n\n[a]", "*[a]: {0}\n\na",
    "*{0}*", "=={0}==", "^^{0}^^", "~~{0}~~", "++{0}++", '++"{0}"++', "${0}$", "$$\n{0}\n$$", '[=50% "{0}"]', "{{++{0}++}}", "{{>>{0}<<}}",
    ":{0}:", "[[{0}]]", "<div markdown>\n{0}\n</div>", "<div markdown=span>{0}</div>", "/// note | {0}\na\n///", "/// html | div\n{0}\n///",
    "/// tab | {0}\na\n///", "![a](b)\n/// caption\n{0}\n///", "/// define\n{0}\n\n- a\n///", "- [ ] {0}", "<!-- {0}", "<!-- a --> {0}",
    "<pre>\n{0}", "<p>{0}", "<details><summary>{0}</summary>", "a\n{{: title='{0}' }}", '"{0}"', "``` {{ .py title='{0}' }}\na\n```",
    "```mermaid\n{0}\n```", "<kbd>{0}</kbd>", "&lt;{0}", "{0}{0}", "> [!note] {0}\n> a", "[a]{{ title='{0}' }}", "\x02{0}\x03",
)  # fmt: skip
_ADDRESSES = tuple(
    f"{scheme}{rest}"
    for scheme, rest in product(
        (
            "javascript:", "JaVaScRiPt:", "java\tscript:", "java&Tab;script:", "java&NewLine;script:", "&#106;avascript:", "&#x6A;avascript:",
            "javascript&colon;", "javascript&#58;", "%6aavascript:", "javascript%3A", " javascript:", "\x01javascript:", "vbscript:",
            "data:text/html,", "data:text/html;base64,", "data:image/svg+xml,", "blob:", "view-source:", "file:///", "filesystem:", "jar:",
            "feed:javascript:", "javascript://a.example/%0a", "javascript:javascript:", "\u200bjavascript:", "javas\u00adcript:",
        ),
        (RUN, f"{RUN}//https://a.example", f"<script>{RUN}</script>"),
    )
)  # fmt: skip
_LINKS = (
    "[a]({0})", "[a](<{0}>)", "![a]({0})", "![a](<{0}>)", "[a][b]\n\n[b]: {0}", "[b]\n\n[b]: <{0}>", "<{0}>", "{0}", "[[{0}]]", "[a](b){{ href='{0}' }}",
    "![a](b){{ src=\"{0}\" }}", "[a]({0} 'title')", "/// html | a[href='{0}']\na\n///", "[![a]({0})]({0})", "a[^1]\n\n[^1]: [a]({0})", "`a`{{ href='{0}' }}",
    "- [a]({0})", "| [a]({0}) |\n| - |\n| b |", "# [a]({0})", '=== "[a]({0})"\n\n    b', '!!! note "[a]({0})"\n    b', "*[a]({0})*", "==[a]({0})==",
)  # fmt: skip


def payloads() -> Iterator[str]:
    """Give some thousand texts, each another."""
    for holder, attribute in product(_HOLDERS, _ATTRIBUTES):
        yield holder.format(attribute)
    for frame, element in product(_FRAMES, _ELEMENTS):
        yield frame.format(element)
    for link, address in product(_LINKS, _ADDRESSES):
        yield link.format(address)
