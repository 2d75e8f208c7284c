// Bars over time, whole and small: stacks that open the events behind them.
function stackedBars({ target, groups, label, height = 260 }) {
  // groups: [{name, colour, of: (bucket) => [event index]}]
  const width = Math.max(320, byId(target).clientWidth || 900);
  const left = 38, bottom = 34, top = 12;
  const step = (width - left - 8) / BUCKETS.length;
  const totals = BUCKETS.map((bucket) => groups.reduce((sum, group) => sum + group.of(bucket).length, 0));
  const most = Math.max(1, ...totals);
  const scale = (height - top - bottom) / most;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label });
  const rough = most / 4, power = 10 ** Math.floor(Math.log10(rough));
  const tick = Math.max(1, [1, 2, 5, 10].find((step) => step * power >= rough) * power);
  for (let value = 0; value <= most; value += tick) {
    const y = height - bottom - value * scale;
    picture.append(paint(svg("line", { x1: left, x2: width - 4, y1: y, y2: y }), "stroke", "var(--line)"),
      svg("text", { x: left - 6, y: y + 4, "text-anchor": "end", "font-size": 11, class: "axis" }, String(value)));
  }
  const every = Math.ceil(BUCKETS.length / Math.max(1, Math.floor(width / 72)));
  const items = [];
  BUCKETS.forEach((bucket, place) => {
    const x = left + place * step;
    if (place % every === 0) {
      picture.append(svg("text", { x: x + step / 2, y: height - bottom + 18, "text-anchor": "middle", "font-size": 11, class: "axis" }, bucketName(bucket)));
    }
    if (!totals[place]) return;
    const said = groups.filter((g) => g.of(bucket).length).map((g) => `${g.of(bucket).length} ${g.name}`).join(", ");
    const name = `${bucketName(bucket)}: ${said}`;
    const bar = svg("g", { class: "bucket", role: "button", "aria-label": name, "data-bucket": bucket,
      onclick: () => openEvidence(bucketName(bucket), groups.flatMap((g) => g.of(bucket))) }, svg("title", {}, name));
    let y = height - bottom;
    for (const group of groups) {
      const tall = group.of(bucket).length * scale;
      y -= tall;
      if (tall) bar.append(paint(svg("rect", { class: "seg", x: x + step * 0.12, y, width: step * 0.76, height: tall }), "fill", group.colour));
    }
    bar.append(svg("rect", { class: "hitbox", x, y: top, width: step, height: height - top - bottom }));
    items.push(bar);
    picture.append(bar);
  });
  roving(picture, items);
  show(target, picture);
}
function legend(target, entries) {
  show(target, ...entries.map(([name, colour]) => el("li", {}, paint(el("span", { class: "swatch" }), "background", colour), name)));
}
function drawTimeline() {
  const rows = new Map(BUCKETS.map((bucket) => [bucket, { cooperation: [], conflict: [], other: [] }]));
  for (const event of EVENTS) {
    const bucket = kept.has(event.index) ? placed(event) : null;
    if (bucket && rows.has(bucket)) rows.get(bucket)[event.tone].push(event.index);
  }
  stackedBars({ target: "t-canvas", label: "Events over time; arrow keys move between bars, Enter opens one",
    groups: TONES.map(([name, colour]) => ({ name, colour, of: (bucket) => rows.get(bucket)[name] })) });
  legend("t-legend", TONES);
  show("t-table", table([{ name: "time" }, ...TONES.map(([name]) => ({ name, number: true })), { name: "all", number: true }],
    BUCKETS.map((bucket) => {
      const row = rows.get(bucket);
      const all = TONES.flatMap(([name]) => row[name]);
      return [{ text: bucketName(bucket), go: () => openEvidence(bucketName(bucket), all) }, ...TONES.map(([name]) => row[name].length), all.length];
    })));
  const most = EVENTS.filter((e) => kept.has(e.index) && e.label !== "Statement").sort((a, b) => b.sources - a.sources || b.told.length - a.told.length || a.index - b.index).slice(0, 12);
  most.sort((a, b) => (a.start || "9").localeCompare(b.start || "9"));
  show("t-most", ...most.map((event) => el("li", {}, el("time", {}, dayText(event)),
    el("span", {}, el("button", { type: "button", class: "text", onclick: () => openEvidence(event.name, [event.index]) }, event.name), ` · ${plural(event.sources, "report")}`))));
}
function drawBlocs() {
  const blocs = DATA.blocs;
  byId("b-note").textContent = blocs.note;
  show("b-cards", ...blocs.members.map((members, place) => {
    return el("div", { class: "card" }, el("small", {}, paint(el("span", { class: "swatch" }), "background", `var(--g${place % 9})`), `bloc ${place + 1}`),
      el("ul", {}, ...members.map((entity) => el("li", {}, nameOf(entity)))));
  }));
  const inside = new Map(BUCKETS.map((b) => [b, []])), across = new Map(BUCKETS.map((b) => [b, []]));
  for (const [index, kind] of blocs.contacts) {
    const bucket = kept.has(index) ? placed(EVENTS[index]) : null;
    if (bucket && inside.has(bucket)) (kind ? across : inside).get(bucket).push(index);
  }
  const groups = [{ name: "within a bloc", colour: "var(--g0)", of: (b) => inside.get(b) }, { name: "across blocs", colour: "var(--g1)", of: (b) => across.get(b) }];
  stackedBars({ target: "b-canvas", label: "Contacts within and across blocs over time", groups, height: 220 });
  legend("b-legend", groups.map((g) => [g.name, g.colour]));
}
function smallSeries(indices, name) {
  const width = 320, height = 90, middle = 50, step = width / BUCKETS.length;
  const sums = BUCKETS.map(() => ({ up: 0, down: 0, events: [] }));
  for (const index of indices) {
    const event = EVENTS[index], place = BUCKETS.indexOf(placed(event));
    if (place < 0) continue;
    sums[place].events.push(index);
    if (event.intensity > 0) sums[place].up += event.intensity;
    else sums[place].down -= event.intensity;
  }
  const most = Math.max(10, ...sums.map((s) => Math.max(s.up, s.down)));
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${name} over time` },
    paint(svg("line", { x1: 0, x2: width, y1: middle, y2: middle }), "stroke", "var(--line)"),
    svg("text", { x: 0, y: height - 1, "font-size": 10, class: "axis" }, bucketName(BUCKETS[0])),
    svg("text", { x: width, y: height - 1, "font-size": 10, "text-anchor": "end", class: "axis" }, bucketName(BUCKETS[BUCKETS.length - 1])));
  const items = [];
  sums.forEach((sum, place) => {
    if (!sum.events.length) return;
    const x = place * step + step * 0.1, wide = step * 0.8;
    const title = `${bucketName(BUCKETS[place])}: ${plural(sum.events.length, "event")}, cooperation ${sum.up.toFixed(1)}, conflict ${sum.down.toFixed(1)}`;
    const up = Math.max(sum.up ? 1.5 : 0, (sum.up / most) * (middle - 6)), down = Math.max(sum.down ? 1.5 : 0, (sum.down / most) * 28);
    const bar = svg("g", { class: "bucket", role: "button", "aria-label": title, onclick: () => openEvidence(`${name}, ${bucketName(BUCKETS[place])}`, sum.events) },
      svg("title", {}, title),
      paint(svg("rect", { class: "seg", x, y: middle - up, width: wide, height: up }), "fill", "var(--good)"),
      paint(svg("rect", { class: "seg", x, y: middle, width: wide, height: down }), "fill", "var(--bad)"),
      svg("rect", { class: "hitbox", x: place * step, y: 0, width: step, height: height - 14 }));
    items.push(bar);
    picture.append(bar);
  });
  roving(picture, items);
  return picture;
}
function drawDyads() {
  const shown = DATA.dyads.map(([one, other, events]) => [one, other, keptOf(events)]).filter((row) => row[2].length)
    .sort((a, b) => b[2].length - a[2].length).slice(0, 12);
  show("d-grid", ...shown.map(([one, other, events]) => {
    const name = `${nameOf(one)} and ${nameOf(other)}`;
    const bad = events.filter((index) => EVENTS[index].tone === "conflict").length;
    return el("div", {}, el("h3", {}, el("button", { type: "button", class: "text", onclick: () => openEvidence(name, events) }, name)),
      el("p", { class: "note" }, `${plural(events.length, "event")}, ${bad} of them conflict`), smallSeries(events, name));
  }), ...(shown.length ? [] : [el("p", { class: "note" }, "No event between two countries matches the filter.")]));
}
