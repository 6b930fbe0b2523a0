// Comfort only: every page is complete without it. It runs before Material's own script.
{
  // Material takes every rel="alternate" for a translation of the page, and would ask for a site map beside each.
  for (const offer of document.querySelectorAll('link[rel="alternate"][type]')) offer.rel = "alternate feed"

  // The index of the search, and the worker that reads it, are asked for when the reader turns to the search.
  const config = document.getElementById("__config")
  const form = document.forms.namedItem("search")
  if (form) form.closest("[role=dialog]")?.setAttribute("aria-label", form.query.placeholder)
  if (config && form && location.protocol !== "file:") {
    const settings = JSON.parse(config.textContent)
    const worker = settings.search.lastIndexOf("/") + 1
    settings.search = `${settings.search.slice(0, worker)}explainer-search.js?${settings.search.slice(worker)}`
    config.textContent = JSON.stringify(settings)

    const turned = new Promise(resolve => {
      if (/[?&][qh]=/.test(location.search)) resolve()
      form.addEventListener("focusin", resolve)
      document.getElementById("__search")?.addEventListener("change", resolve)
    })
    const Native = XMLHttpRequest
    window.XMLHttpRequest = class extends Native {
      open(method, url, ...rest) {
        this.isIndex = new URL(url, location).pathname.endsWith("/search/search_index.json")
        super.open(method, url, ...rest)
      }
      send(body) {
        if (!this.isIndex) return super.send(body)
        window.XMLHttpRequest = Native
        turned.then(() => super.send(body))
      }
    }
  }

  // Paper has nothing to unfold; browsers that do not know ::details-content print what is open.
  let unfolded = []
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")]
    for (const details of unfolded) details.open = true
  })
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false
  })

  // A link to a quotation is copied where the browser lets it be; elsewhere it leads there.
  document.addEventListener("click", event => {
    const link = event.target.closest?.(".ex-proof__permalink")
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    navigator.clipboard.writeText(link.href).then(
      () => {
        const words = (link.dataset.words ??= link.textContent)
        link.textContent = link.dataset.copied
        setTimeout(() => (link.textContent = words), 2000)
      },
      () => location.assign(link.href),
    )
  })
}
