// The map of places: outlines from the data, dots by how many events happened there.
const atlas = { extent: "fit" };

function drawPlaces() {
  const seen = DATA.places.map(([entity, latitude, longitude, events]) => ({ entity, latitude, longitude, events: keptOf(events) })).filter((place) => place.events.length);
  const points = DATA.places.map((place) => [place[2], place[1]]);
  let box = [-170, -56, 180, 78];
  if (atlas.extent === "fit" && points.length) {
    // the middle four fifths of the events decide, so that one far journey does not make everything small
    const weighed = DATA.places.flatMap((place) => place[3].map(() => [place[2], place[1]]));
    const span = (axis) => { const all = weighed.map((p) => p[axis]).sort((a, b) => a - b); return [all[Math.floor(all.length * 0.1)], all[Math.floor(all.length * 0.9)]]; };
    const [west, east] = span(0), [south, north] = span(1), pad = Math.max(4, (east - west) * 0.2, (north - south) * 0.2);
    box = [Math.max(-180, west - pad), Math.max(-60, south - pad), Math.min(180, east + pad), Math.min(80, north + pad)];
  }
  const squeeze = Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
  const ratio = Math.max(0.45, Math.min(narrow() ? 1.1 : 0.75, (box[3] - box[1]) / ((box[2] - box[0]) * squeeze)));
  const width = 1000, height = width * ratio;
  const unit = Math.min(width / ((box[2] - box[0]) * squeeze), height / (box[3] - box[1]));
  const midX = (box[0] + box[2]) / 2, midY = (box[1] + box[3]) / 2;
  const x = (longitude) => width / 2 + (longitude - midX) * squeeze * unit, y = (latitude) => height / 2 - (latitude - midY) * unit;
  const scale = width / Math.max(300, byId("m-canvas").clientWidth || width), size = 13 * scale;
  const path = DATA.world.map((ring) => {
    let text = "";
    for (let i = 0; i < ring.length; i += 2) text += `${i ? "L" : "M"}${x(ring[i] / 10).toFixed(1)} ${y(ring[i + 1] / 10).toFixed(1)}`;
    return text + "Z";
  }).join("");
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height.toFixed(0)}`, role: "group", "aria-label": `Map of ${seen.length} places; arrow keys move, Enter opens` }, svg("path", { d: path, class: "land" }));
  const most = Math.max(1, ...seen.map((place) => place.events.length)), boxes = [];
  const names = svg("g", { "aria-hidden": "true", "pointer-events": "none" });
  const inside = seen.filter((place) => x(place.longitude) > 0 && x(place.longitude) < width && y(place.latitude) > 0 && y(place.latitude) < height);
  inside.sort((a, b) => b.events.length - a.events.length || a.entity - b.entity);
  const items = inside.map((place) => {
    const cx = x(place.longitude), cy = y(place.latitude), r = (4 + 15 * Math.sqrt(place.events.length / most)) * Math.max(1, scale * 0.8);
    const name = nameOf(place.entity), title = `${name}: ${plural(place.events.length, "event")}`;
    const dot = svg("g", { class: "place", role: "button", "aria-label": title, "data-name": name, onclick: () => openEvidence(name, place.events) },
      svg("title", {}, title), svg("circle", { cx, cy, r }));
    const wide = name.length * size * 0.56, label = [cx - wide / 2, cy + r, cx + wide / 2, cy + r + size * 1.3];
    if (!boxes.some((b) => label[0] < b[2] && b[0] < label[2] && label[1] < b[3] && b[1] < label[3])) {
      boxes.push(label);
      names.append(svg("text", { x: cx, y: cy + r + size, "text-anchor": "middle", "font-size": size, class: "halo" }, name));
    }
    return dot;
  });
  picture.append(...items, names);
  roving(picture, items);
  show("m-canvas", picture);
  show("m-table", table([{ name: "place" }, { name: "events", number: true }], seen.sort((a, b) => b.events.length - a.events.length || a.entity - b.entity)
    .map((place) => [{ text: nameOf(place.entity), go: () => openEvidence(nameOf(place.entity), place.events) }, place.events.length])));
}
function setUpPlaces() {
  switcher("m-extent", [["fit", "Region"], ["world", "World"]], atlas.extent, (extent) => { atlas.extent = extent; drawPlaces(); });
}
