// Loads Material's worker, whose name is the query, when the index comes as the first message.
addEventListener(
  "message",
  event => {
    importScripts(location.search.slice(1).replace(/[^\w.-]/g, ""))
    dispatchEvent(new MessageEvent("message", { data: event.data }))
  },
  { once: true },
)
