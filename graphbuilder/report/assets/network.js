// The map of ties: positions come with the data; the filter decides what is drawn. Zoom and drag move the view box only.
const KINDS = { people: "People", states: "Countries", all: "Everybody" };
const net = { kind: "people", weight: 1, zoom: 1, x: 0, y: 0 };

function drawNetwork() {
  const { nodes, edges } = DATA.networks[net.kind];
  const turned = narrow();
  const width = turned ? 640 : 1000, height = turned ? 900 : 620;
  const at = (node) => (turned ? [40 + node[2] * (width - 80), 40 + node[1] * (height - 80)] : [60 + node[1] * (width - 120), 35 + node[2] * (height - 70)]);
  const scale = width / Math.max(300, byId("n-canvas").clientWidth || width);
  const size = (turned ? 11 : 13) * scale;
  const ties = edges.map(([a, b, events]) => ({ a, b, events: keptOf(events) })).filter((tie) => tie.events.length >= net.weight);
  const strength = new Map();
  for (const tie of ties) for (const end of [tie.a, tie.b]) strength.set(end, (strength.get(end) || 0) + tie.events.length);
  const strongest = Math.max(1, ...strength.values());
  const radius = (place) => (4 + 17 * Math.sqrt(strength.get(place) / strongest)) * Math.max(1, scale * 0.8);
  const hit = (node) => state.text && fold(nameOf(node[0])).includes(state.text);
  const anyHit = nodes.some((node, place) => strength.has(place) && hit(node));
  const picture = svg("svg", { role: "group", "aria-label": `${KINDS[net.kind]}: ${strength.size} dots, ${ties.length} lines; arrow keys move, Enter opens`, class: net.zoom > 1 ? "zoomed" : null });
  const frame = () => {
    const w = width / net.zoom, h = height / net.zoom;
    net.x = Math.max(0, Math.min(width - w, net.x));
    net.y = Math.max(0, Math.min(height - h, net.y));
    picture.setAttribute("viewBox", `${net.x} ${net.y} ${w} ${h}`);
  };
  frame();
  const heaviest = Math.max(1, ...ties.map((tie) => tie.events.length));
  const lines = svg("g");
  for (const tie of ties) {
    const [x1, y1] = at(nodes[tie.a]), [x2, y2] = at(nodes[tie.b]);
    const name = `${nameOf(nodes[tie.a][0])} and ${nameOf(nodes[tie.b][0])}: ${plural(tie.events.length, "shared event")}`;
    const wide = (1 + 7 * (tie.events.length / heaviest)) * Math.max(1, scale * 0.7);
    const bad = tie.events.filter((index) => EVENTS[index].tone === "conflict").length;
    const line = paint(svg("line", { x1, y1, x2, y2, class: "tie", "stroke-width": wide }), "stroke", bad * 2 > tie.events.length ? "var(--bad)" : "var(--tie)");
    lines.append(svg("g", { class: "edge", role: "button", tabindex: "-1", "aria-label": name, "data-tie": name, onclick: () => openEvidence(name.split(":")[0], tie.events) },
      svg("title", {}, name), line, svg("line", { x1, y1, x2, y2, class: "hit", "stroke-width": Math.max(wide + 6, 10 * scale) })));
  }
  const order = [...strength.keys()].sort((a, b) => strength.get(b) - strength.get(a) || a - b);
  const dots = svg("g"), names = svg("g", { "aria-hidden": "true", "pointer-events": "none" });
  const boxes = order.map((place) => {
    const [x, y] = at(nodes[place]), r = radius(place) * 0.8;
    return [x - r, y - r, x + r, y + r];
  });
  const items = order.map((place) => {
    const node = nodes[place], [x, y] = at(node), r = radius(place), name = nameOf(node[0]);
    const own = ties.filter((tie) => tie.a === place || tie.b === place);
    const title = `${name}: ${plural(own.length, "partner")}, ${plural(new Set(own.flatMap((t) => t.events)).size, "event")}`;
    const dot = svg("g", { class: `node${anyHit && !hit(node) ? " dim" : ""}`, role: "button", "aria-label": title, "data-name": name,
      onclick: () => openEvidence(name, own.flatMap((tie) => tie.events)) },
      svg("title", {}, title), paint(svg("circle", { cx: x, cy: y, r }), "fill", `var(--g${node[3] % 9})`));
    dots.append(dot);
    const wide = name.length * size * 0.62;
    const spots = [[x, y + r + size * 1.05, "middle"], [x, y - r - size * 0.35, "middle"], [x + r + 4, y + size * 0.35, "start"], [x - r - 4, y + size * 0.35, "end"]];
    for (const [tx, ty, anchor] of spots) {
      const start = anchor === "middle" ? tx - wide / 2 : anchor === "start" ? tx : tx - wide;
      const box = [start, ty - size, start + wide, ty + size * 0.2];
      const free = box[0] >= 2 && box[2] <= width - 2 && box[1] >= 0 && box[3] <= height && !boxes.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
      if (free) {
        boxes.push(box);
        names.append(svg("text", { x: tx, y: ty, "text-anchor": anchor, "font-size": size, class: `halo${anyHit && !hit(node) ? " dim" : ""}`, "font-weight": strength.get(place) > strongest / 3 ? 600 : 400 }, name));
        break;
      }
    }
    return dot;
  });
  picture.append(lines, dots, names);
  roving(picture, items);
  let drag = null;
  picture.addEventListener("pointerdown", (press) => { if (net.zoom > 1) drag = [press.clientX, press.clientY, net.x, net.y]; });
  picture.addEventListener("pointermove", (move) => {
    if (!drag) return;
    const unit = width / net.zoom / picture.clientWidth;
    net.x = drag[2] - (move.clientX - drag[0]) * unit;
    net.y = drag[3] - (move.clientY - drag[1]) * unit;
    frame();
  });
  for (const end of ["pointerup", "pointerleave"]) picture.addEventListener(end, () => { drag = null; });
  show("n-canvas", ties.length ? picture : el("p", { class: "note" }, "  No tie matches the filter."));
  const left = DATA.networks[net.kind].left;
  byId("n-note").textContent = `${plural(strength.size, "dot")}, ${plural(ties.length, "line")}.` + (left ? ` The ${left} with the fewest ties are left out of the picture.` : "") + (anyHit ? " Names that match the search stand out." : "");
  const rows = ties.map((tie) => {
    const one = nameOf(nodes[tie.a][0]), other = nameOf(nodes[tie.b][0]);
    return [{ text: `${one} – ${other}`, go: () => openEvidence(`${one} and ${other}`, tie.events) }, tie.events.length,
      tie.events.filter((i) => EVENTS[i].tone === "conflict").length];
  }).sort((a, b) => b[1] - a[1] || a[0].text.localeCompare(b[0].text));
  show("n-table", table([{ name: "tie" }, { name: "events", number: true }, { name: "conflict", number: true }], rows));
}
function setUpNetwork() {
  const kinds = Object.entries(KINDS).filter(([kind]) => DATA.networks[kind].edges.length);
  if (kinds.length && !kinds.some(([kind]) => kind === net.kind)) net.kind = kinds[0][0];
  switcher("n-kind", kinds, net.kind, (kind) => { Object.assign(net, { kind, zoom: 1, x: 0, y: 0 }); drawNetwork(); });
  byId("n-weight").addEventListener("input", (change) => { net.weight = Math.max(1, +change.target.value || 1); drawNetwork(); });
  const zoom = (by) => {
    const turned = narrow(), width = turned ? 640 : 1000, height = turned ? 900 : 620;
    const cx = net.x + width / net.zoom / 2, cy = net.y + height / net.zoom / 2;
    net.zoom = Math.max(1, Math.min(6, net.zoom * by));
    Object.assign(net, { x: cx - width / net.zoom / 2, y: cy - height / net.zoom / 2 });
    drawNetwork();
  };
  byId("n-in").addEventListener("click", () => zoom(1.5));
  byId("n-out").addEventListener("click", () => zoom(1 / 1.5));
  byId("n-fit").addEventListener("click", () => { Object.assign(net, { zoom: 1, x: 0, y: 0 }); drawNetwork(); });
}
