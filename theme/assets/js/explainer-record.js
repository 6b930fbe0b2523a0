// Comfort only: without it the lists of the record are plain lists by group.
for (const filter of document.querySelectorAll(".ex-filter")) {
  const choices = [...filter.querySelectorAll("select")]
  const rows = [...document.querySelectorAll("[data-topic]")]
  const values = (row, choice) => (row.dataset[choice.name] || "").split("‖")
  for (const choice of choices) {
    const names = new Set(rows.flatMap(row => values(row, choice)).filter(Boolean))
    choice.append(...[...names].sort().map(name => new Option(name)))
  }
  filter.hidden = false
  filter.addEventListener("change", () => {
    for (const row of rows) row.hidden = !choices.every(c => !c.value || values(row, c).includes(c.value))
    for (const group of document.querySelectorAll(".ex-ledger, .ex-timeline__year")) {
      const inside = [...group.querySelectorAll("[data-topic]")]
      const empty = inside.length > 0 && inside.every(row => row.hidden)
      group.hidden = empty
      const heading = group.parentElement.previousElementSibling
      if (heading?.tagName === "H2") heading.hidden = empty
    }
  })
}
