// What every part of the report stands on: the data, safe ways to make elements, the filter, keys, and the sheet of evidence.
// All text goes in through textContent: a name can never become markup.
const DATA = JSON.parse(document.getElementById("data").textContent);
const SVG = "http://www.w3.org/2000/svg";
const byId = (id) => document.getElementById(id);
const narrow = () => window.innerWidth < 640;
const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
  return node;
}
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const paint = (node, property, value) => { node.style.setProperty(property, value); return node; };
const show = (target, ...children) => byId(target).replaceChildren(...children);

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const EVENTS = DATA.events.map((row, index) => {
  const event = { index, name: row[0].replace(/ \((?:[a-z ]+, )?[\d-]+\)$/, ""), label: row[1], status: row[2], start: row[3], end: row[4], quad: row[5], intensity: row[6],
    sources: row[7], parts: row[8], places: row[9], told: row[10], confidence: row[11], topics: row[12] };
  event.who = [...new Set(event.parts.map((part) => part[0]))];
  event.tone = /conflict/.test(event.quad) ? "conflict" : /cooperation/.test(event.quad) ? "cooperation" : "other";
  event.found = null;
  return event;
});
const nameOf = (entity) => DATA.entities[entity][0];
const typeOf = (entity) => DATA.entities[entity][1];
const searchable = (event) => event.found || (event.found = fold([event.name, event.label, ...event.who.map(nameOf),
  ...event.places.map(nameOf), ...event.topics, ...event.told.map((t) => DATA.sentences[t[0]][0])].join(" \n ")));

const TONES = [["cooperation", "var(--good)"], ["conflict", "var(--bad)"], ["other", "var(--other)"]];
const STATUS = { actual: "happened", planned: "planned", cancelled: "called off", negated: "denied or did not happen", hypothetical: "hypothetical" };

// ---- time: buckets as long as the report needs
const DAYS = EVENTS.filter((e) => e.start).map((e) => e.start).sort();
const SPAN = DATA.span;
function bucketOf(day) {
  if (SPAN.unit === "day") return day;
  if (SPAN.unit === "month") return day.slice(0, 7);
  return day.slice(0, 4);
}
const BUCKETS = SPAN.buckets;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function bucketName(bucket) {
  const [year, month, day] = bucket.split("-");
  return day ? `${+day} ${MONTHS[month - 1]} ${year}` : month ? `${MONTHS[month - 1]} ${year}` : year;
}
function dayText(event) {
  if (!event.start) return "no date";
  if (event.start === event.end) return bucketName(event.start);
  return `${bucketName(event.start)} to ${bucketName(event.end)}`;
}
const placed = (event) => event.start && event.end && bucketOf(event.start) === bucketOf(event.end) ? bucketOf(event.start) : null;

// ---- the filter
const state = { text: "", from: 0, to: BUCKETS.length - 1, quad: "", label: "", status: "actual", source: "" };
function passes(event, { anyStatus = false } = {}) {
  if (!anyStatus && state.status && event.status !== state.status) return false;
  if (state.quad && event.tone !== state.quad) return false;
  if (state.label && event.label !== state.label) return false;
  if (state.source && !event.told.some((t) => DATA.documents[DATA.sentences[t[0]][1]][2] === state.source)) return false;
  if (state.from > 0 || state.to < BUCKETS.length - 1) {
    if (!event.start) return false;
    if (bucketOf(event.end) < BUCKETS[state.from] || bucketOf(event.start) > BUCKETS[state.to]) return false;
  }
  return !state.text || state.text.split(/\s+/).every((word) => searchable(event).includes(word));
}
let kept = new Set();
const keptOf = (indices) => indices.filter((index) => kept.has(index));

// ---- keys: one stop for Tab, arrows inside, Enter and Space choose
function roving(container, items) {
  items.forEach((item, place) => item.setAttribute("tabindex", place ? "-1" : "0"));
  container.onkeydown = (press) => {
    const here = items.indexOf(document.activeElement);
    if (here < 0) return;
    if (press.key === "Enter" || press.key === " ") {
      press.preventDefault();
      document.activeElement.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[press.key];
    const next = press.key === "Home" ? 0 : press.key === "End" ? items.length - 1 : step ? (here + step + items.length) % items.length : -1;
    if (next < 0) return;
    press.preventDefault();
    items[here].setAttribute("tabindex", "-1");
    items[next].setAttribute("tabindex", "0");
    items[next].focus();
  };
}
function switcher(target, options, chosen, choose) {
  const buttons = options.map(([value, text]) => el("button", { type: "button", role: "radio", "aria-checked": value === chosen,
    onclick: () => { buttons.forEach((b, i) => b.setAttribute("aria-checked", options[i][0] === value)); choose(value); } }, text));
  show(target, ...buttons);
  buttons.forEach((b) => b.setAttribute("aria-checked", b.getAttribute("aria-checked") === "" ? "true" : b.getAttribute("aria-checked") || "false"));
  roving(byId(target), buttons);
}

// ---- the sheet of evidence
const PAGE = 40;
function marked(text, from, to) {
  return [text.slice(0, from), el("mark", {}, text.slice(from, to)), text.slice(to)];
}
function quote([sentence, from, to]) {
  const [text, report] = DATA.sentences[sentence];
  const [title, url, source, day] = DATA.documents[report];
  const safe = /^https?:\/\//i.test(url || "");
  const link = safe ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title) : title;
  return el("blockquote", {}, ...marked(text, from, to), el("footer", {}, link, ` · ${[source, day && bucketName(day)].filter(Boolean).join(", ")}`));
}
function account(event) {
  const roles = new Map();
  for (const [entity, role] of event.parts) roles.set(entity, [...(roles.get(entity) || []), role]);
  const cast = [...roles].map(([entity, names]) => `${nameOf(entity)} (${names.join(", ")})`).join("; ");
  return el("article", { class: "event" },
    el("h3", {}, event.name),
    el("p", {}, el("span", { class: `badge ${{ cooperation: "good", conflict: "bad" }[event.tone] || ""}` }, event.label),
      el("span", { class: "badge" }, STATUS[event.status]),
      `${dayText(event)} · ${plural(event.sources, "report")} · confidence ${event.confidence}`),
    cast ? el("p", {}, cast) : null,
    event.places.length ? el("p", {}, `Where: ${event.places.map(nameOf).join(", ")}`) : null,
    ...event.told.map(quote));
}
function openEvidence(title, indices) {
  const events = [...new Set(indices)].map((index) => EVENTS[index]);
  events.sort((a, b) => (a.start || "9").localeCompare(b.start || "9") || a.index - b.index);
  byId("e-title").textContent = title;
  const body = byId("e-body");
  body.replaceChildren(el("p", { class: "note" }, events.length ? `${plural(events.length, "event")}, each with the sentences that tell of it.` : "No event matches the filter."));
  let shown = 0;
  const more = el("button", { type: "button", onclick: () => add() }, "Show more");
  function add() {
    const next = events.slice(shown, shown + PAGE).map(account);
    shown += next.length;
    more.before(...next);
    more.hidden = shown >= events.length;
  }
  body.append(more);
  add();
  const sheet = byId("evidence");
  if (!sheet.open) sheet.showModal();
  sheet.scrollTop = 0;
  byId("e-title").focus();
}
byId("e-close").addEventListener("click", () => byId("evidence").close());
byId("evidence").addEventListener("click", (press) => { if (press.target === byId("evidence")) byId("evidence").close(); });

// ---- tables: numbers to the right, columns that sort
function table(columns, rows, { caption = "" } = {}) {
  const body = el("tbody");
  const draw = (list) => body.replaceChildren(...list.map((row) => el("tr", {}, ...row.map((cell, place) => {
    const value = cell && cell.text !== undefined ? cell.text : cell;
    const inside = cell && cell.go ? el("button", { type: "button", class: "text", onclick: cell.go }, String(value)) : cell && cell.node ? cell.node : value === null || value === undefined ? "" : String(value);
    return el("td", { class: typeof value === "number" ? "number" : columns[place].day ? "day" : null }, inside);
  }))));
  const heads = columns.map((column, place) => el("th", { scope: "col", class: column.number ? "number" : null, "aria-sort": "none" },
    el("button", { type: "button", onclick: () => {
      const down = heads[place].getAttribute("aria-sort") !== "descending";
      heads.forEach((head) => head.setAttribute("aria-sort", "none"));
      heads[place].setAttribute("aria-sort", down ? "descending" : "ascending");
      const of = (row) => (row[place] && row[place].text !== undefined ? row[place].text : row[place]);
      const order = (a, b) => (typeof of(a) === "number" ? of(a) - of(b) : String(of(a) ?? "").localeCompare(String(of(b) ?? "")));
      draw([...rows].sort((a, b) => (down ? -order(a, b) : order(a, b))));
    } }, column.name)));
  draw(rows);
  return el("table", {}, caption ? el("caption", {}, caption) : null, el("thead", {}, el("tr", {}, ...heads)), body);
}
