// The other tables, the filter's controls, and the first drawing.
function drawCards() {
  const cards = DATA.findings.map(([small, strong, text, events]) => el("button", { type: "button", class: "card", onclick: () => openEvidence(strong, events) },
    el("small", {}, small), el("strong", {}, strong), el("span", {}, text)));
  show("cards", ...cards);
}
function drawActors() {
  const mine = new Map();
  for (const index of kept) for (const entity of EVENTS[index].who) mine.set(entity, [...(mine.get(entity) || []), index]);
  const rows = [...mine].filter(([entity]) => DATA.named.includes(entity)).sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, 25).map(([entity, events]) => {
    const roles = new Map();
    for (const index of events) for (const [who, role] of EVENTS[index].parts) if (who === entity) roles.set(role, (roles.get(role) || 0) + 1);
    const said = [...roles].sort((a, b) => b[1] - a[1]).map(([role, n]) => `${role} ${n}`).join(", ");
    const score = DATA.scores[entity] || [null, null];
    return [{ text: nameOf(entity), go: () => openEvidence(nameOf(entity), events) }, typeOf(entity), DATA.entities[entity][2] || "", events.length, score[0], score[1], said];
  });
  show("a-table", table([{ name: "who" }, { name: "type" }, { name: "office" }, { name: "events", number: true }, { name: "between others", number: true }, { name: "weight (PageRank)", number: true }, { name: "as" }], rows));
}
function drawUnmet() {
  const groups = new Map();
  for (const [index, later] of DATA.unmet) {
    const event = EVENTS[index];
    if (!passes(event, { anyStatus: true })) continue;
    const key = [event.start, event.status, event.label, [...event.who].sort().join(), [...event.places].sort().join()].join("|");
    if (groups.has(key)) groups.get(key).events.push(index);
    else groups.set(key, { event, later, events: [index] });
  }
  const rows = [...groups.values()].map(({ event, later, events }) => [event.start, STATUS[event.status], event.label,
    { text: event.who.map(nameOf).join(", ") || event.name, go: () => openEvidence(event.name, events) }, event.places.map(nameOf).join(", "),
    later === null ? "" : { text: dayText(EVENTS[later]), go: () => openEvidence(EVENTS[later].name, [...events, later]) },
    events.reduce((sum, index) => sum + EVENTS[index].sources, 0)]);
  show("u-table", rows.length ? table([{ name: "day", day: true }, { name: "status" }, { name: "what" }, { name: "who" }, { name: "where" }, { name: "they met later", day: true }, { name: "reports", number: true }], rows) : el("p", { class: "note" }, "None matches the filter."));
}
function drawQuality() {
  show("q-grid", ...DATA.quality.map(({ title, note, columns, rows }) => el("div", {}, el("h3", {}, title), el("p", { class: "note" }, note),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table(columns.map((name, place) => ({ name, number: place > 0 })), rows)))));
}
function drawAll() {
  kept = new Set(EVENTS.filter((event) => passes(event)).map((event) => event.index));
  byId("f-count").textContent = `${kept.size.toLocaleString("en")} of ${plural(EVENTS.length, "event")}`;
  drawNetwork();
  drawTimeline();
  drawActors();
  drawBlocs();
  drawDyads();
  drawPlaces();
  drawUnmet();
}
function setUpFilters() {
  const options = (id, pairs) => byId(id).append(...pairs.map(([value, text]) => el("option", { value }, text)));
  options("f-from", BUCKETS.map((bucket, place) => [place, bucketName(bucket)]));
  options("f-to", BUCKETS.map((bucket, place) => [place, bucketName(bucket)]));
  options("f-label", [...new Set(EVENTS.map((event) => event.label))].sort().map((label) => [label, label]));
  options("f-source", [...new Set(DATA.documents.map((report) => report[2]).filter(Boolean))].sort().map((source) => [source, source]));
  show("names", ...DATA.named.slice(0, 300).map((entity) => el("option", { value: nameOf(entity) })));
  const clear = () => {
    byId("filters").reset();
    byId("f-to").value = BUCKETS.length - 1;
    read();
  };
  let waiting = 0;
  function read() {
    Object.assign(state, { text: fold(byId("f-text").value.trim()), from: +byId("f-from").value || 0, to: byId("f-to").value === "" ? BUCKETS.length - 1 : +byId("f-to").value,
      quad: byId("f-quad").value, label: byId("f-label").value, status: byId("f-status").value, source: byId("f-source").value });
    drawAll();
  }
  byId("f-to").value = BUCKETS.length - 1;
  byId("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(read, 150); });
  byId("filters").addEventListener("submit", (press) => press.preventDefault());
  byId("f-reset").addEventListener("click", clear);
}
byId("lead").textContent = DATA.lead;
show("sections", ...[...document.querySelectorAll("main section")].map((section) => el("li", {}, el("a", { href: `#${section.id}` }, section.querySelector("h2").textContent))));
setUpFilters();
setUpNetwork();
setUpPlaces();
drawCards();
drawQuality();
drawAll();
let width = window.innerWidth;
window.addEventListener("resize", () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  requestAnimationFrame(drawAll);
});
document.documentElement.dataset.ready = "yes";
