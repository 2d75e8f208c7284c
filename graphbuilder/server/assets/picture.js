// Draws the graph that stands in the page: forces push nodes apart and pull linked ones together, always to the same picture.
// Wheel and drag move the view, a node can be dragged, a click shows what is known of it. Text only ever becomes text.
(function () {
  'use strict';

  var data = JSON.parse(document.getElementById('data').textContent);
  var nodes = data.nodes, links = data.links;
  var picture = document.getElementById('picture'), about = document.getElementById('about');
  var SVG = 'http://www.w3.org/2000/svg';
  var view = { x: 0, y: 0, scale: 1 };

  function make(name, attributes, parent) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (parent) { parent.appendChild(element); }
    return element;
  }

  function say(tag, text, parent) {
    var element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  // the same start each time: a spiral in the order of the nodes
  nodes.forEach(function (node, place) {
    var angle = place * 2.399963, far = 38 * Math.sqrt(place + 1);
    node.x = far * Math.cos(angle);
    node.y = far * Math.sin(angle);
    node.size = 12 + 5 * Math.log2(Math.max(1, Number(node.weight) || 1));
    node.size = Math.min(node.size, 38);
    node.near = [];
  });
  links.forEach(function (link) {
    nodes[link.from].near.push(link.to);
    nodes[link.to].near.push(link.from);
  });

  function step(heat) {
    var i, j, a, b, dx, dy, far, push;
    nodes.forEach(function (node) { node.fx = -node.x * 0.012; node.fy = -node.y * 0.016; });
    for (i = 0; i < nodes.length; i += 1) {
      for (j = i + 1; j < nodes.length; j += 1) {
        a = nodes[i]; b = nodes[j];
        dx = a.x - b.x; dy = a.y - b.y;
        far = Math.max(1, dx * dx + dy * dy);
        if (far > 360000) { continue; }
        push = 5200 * (1 + 0.08 * (a.near.length + b.near.length)) / far;
        far = Math.sqrt(far);
        if (far < a.size + b.size + 36) { push += (a.size + b.size + 36 - far) * 0.5 / far * 4; }
        a.fx += dx / far * push * 4; a.fy += dy / far * push * 4;
        b.fx -= dx / far * push * 4; b.fy -= dy / far * push * 4;
      }
    }
    links.forEach(function (link) {
      var from = nodes[link.from], to = nodes[link.to];
      if (from === to) { return; }
      dx = to.x - from.x; dy = to.y - from.y;
      far = Math.max(1, Math.sqrt(dx * dx + dy * dy));
      push = (far - 95 - from.size - to.size) * 0.06 / Math.sqrt(Math.min(from.near.length, to.near.length) || 1);
      from.fx += dx / far * push; from.fy += dy / far * push;
      to.fx -= dx / far * push; to.fy -= dy / far * push;
    });
    nodes.forEach(function (node) {
      if (node.held) { return; }
      far = Math.max(1, Math.sqrt(node.fx * node.fx + node.fy * node.fy));
      push = Math.min(far, 40 * heat) / far;
      node.x += node.fx * push; node.y += node.fy * push;
    });
  }

  var rounds = nodes.length > 300 ? 150 : 400;
  for (var round = 0; round < rounds; round += 1) { step(1 - round / rounds + 0.02); }

  // drawing
  var defs = make('defs', {}, picture);
  var root = make('g', {}, picture);
  var lines = make('g', {}, root), dots = make('g', {}, root), words = make('g', {}, root);
  var arrows = {};

  function arrow(colour) {
    if (!arrows[colour]) {
      arrows[colour] = 'arrow' + Object.keys(arrows).length;
      var marker = make('marker', {
        id: arrows[colour], viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: 'auto'
      }, defs);
      make('path', { d: 'M0 1L10 5L0 9z', fill: colour }, marker);
    }
    return 'url(#' + arrows[colour] + ')';
  }

  var pairs = {};
  links.forEach(function (link) {
    var key = Math.min(link.from, link.to) + ' ' + Math.max(link.from, link.to);
    link.turn = pairs[key] = (pairs[key] || 0) + 1;
    link.group = make('g', { 'class': 'link' }, lines);
    link.line = make('path', {
      fill: 'none', stroke: link.colour, 'stroke-width': 1.4, 'marker-end': arrow(link.colour)
    }, link.group);
    link.text = make('text', { 'class': 'caption' }, link.group);
    link.text.textContent = link.caption;
  });

  // at most two lines of 24 letters, broken between words
  function twoLines(name) {
    if (name.length <= 24) { return [name]; }
    var cut = name.lastIndexOf(' ', 24);
    cut = cut > 6 ? cut : 24;
    var rest = name.slice(cut).trim();
    return [name.slice(0, cut), rest.length > 24 ? rest.slice(0, 23) + '…' : rest];
  }

  nodes.forEach(function (node) {
    node.group = make('g', { 'class': 'node' + (node.faint ? ' faint' : '') }, dots);
    make('title', {}, node.group).textContent = node.name;
    make('circle', { r: node.size, fill: node.colour }, node.group);
    node.label = make('g', { 'class': 'label' }, words);
    var text = make('text', { 'font-size': node.size > 20 ? 13 : 11, y: node.size + 13 }, node.label);
    twoLines(node.caption).forEach(function (line, number) {
      make('tspan', { x: 0, dy: number ? '1.1em' : 0 }, text).textContent = line;
    });
    node.group.addEventListener('pointerdown', function (event) { grab(event, node); });
  });

  function place() {
    links.forEach(function (link) {
      var a = nodes[link.from], b = nodes[link.to];
      if (a === b) {
        link.line.setAttribute('d', 'M' + a.x + ' ' + (a.y - a.size) + 'c-40 -50 40 -50 8 -2');
        return;
      }
      var dx = b.x - a.x, dy = b.y - a.y, far = Math.max(1, Math.sqrt(dx * dx + dy * dy));
      var bend = (link.turn - 1) * 26 * (link.from < link.to ? 1 : -1);
      var mx = (a.x + b.x) / 2 - dy / far * bend, my = (a.y + b.y) / 2 + dx / far * bend;
      var sx = a.x + dx / far * a.size, sy = a.y + dy / far * a.size;
      var ex = b.x - dx / far * (b.size + 2), ey = b.y - dy / far * (b.size + 2);
      link.line.setAttribute('d', 'M' + sx + ' ' + sy + 'Q' + mx + ' ' + my + ' ' + ex + ' ' + ey);
      link.text.setAttribute('x', (sx + ex) / 4 + mx / 2);
      link.text.setAttribute('y', (sy + ey) / 4 + my / 2 + 3);
    });
    nodes.forEach(function (node) {
      [node.group, node.label].forEach(function (part) {
        part.setAttribute('transform', 'translate(' + node.x + ' ' + node.y + ')');
      });
    });
  }

  function look() {
    root.setAttribute('transform', 'translate(' + view.x + ' ' + view.y + ') scale(' + view.scale + ')');
  }

  function fit() {
    var box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    nodes.forEach(function (node) {
      box.left = Math.min(box.left, node.x - 70); box.right = Math.max(box.right, node.x + 70);
      box.top = Math.min(box.top, node.y - 60); box.bottom = Math.max(box.bottom, node.y + 70);
    });
    var wide = picture.clientWidth || 1000, high = picture.clientHeight || 700;
    view.scale = Math.min(1.6, wide / (box.right - box.left), high / (box.bottom - box.top));
    view.x = wide / 2 - view.scale * (box.left + box.right) / 2;
    view.y = high / 2 - view.scale * (box.top + box.bottom) / 2;
    look();
  }

  // moving
  var held = null;

  function grab(event, node) {
    held = { node: node, x: event.clientX, y: event.clientY, moved: false };
    picture.setPointerCapture(event.pointerId);
    event.stopPropagation();
  }

  picture.addEventListener('pointerdown', function (event) { grab(event, null); });
  picture.addEventListener('pointermove', function (event) {
    if (!held) { return; }
    var dx = event.clientX - held.x, dy = event.clientY - held.y;
    if (Math.abs(dx) + Math.abs(dy) > 3) { held.moved = true; }
    if (!held.moved) { return; }
    if (held.node) {
      held.node.x += dx / view.scale; held.node.y += dy / view.scale;
      place();
    } else {
      view.x += dx; view.y += dy;
      look();
    }
    held.x = event.clientX; held.y = event.clientY;
  });
  picture.addEventListener('pointerup', function () {
    if (held && !held.moved) { choose(held.node); }
    held = null;
  });
  picture.addEventListener('wheel', function (event) {
    event.preventDefault();
    var times = Math.exp(-event.deltaY * 0.0015), box = picture.getBoundingClientRect();
    var x = event.clientX - box.left, y = event.clientY - box.top;
    view.x = x - (x - view.x) * times; view.y = y - (y - view.y) * times;
    view.scale *= times;
    look();
  }, { passive: false });

  // choosing
  function dim(node, isDim) {
    node.group.classList.toggle('dim', isDim);
    node.label.classList.toggle('dim', isDim);
  }

  function choose(node) {
    nodes.forEach(function (other, at) {
      var close = !node || other === node || node.near.indexOf(at) >= 0;
      dim(other, !close);
      other.group.classList.toggle('chosen', other === node);
    });
    links.forEach(function (link) {
      link.group.classList.toggle('dim', Boolean(node) && nodes[link.from] !== node && nodes[link.to] !== node);
    });
    about.textContent = '';
    about.hidden = !node;
    if (!node) { return; }
    say('h2', node.name, about);
    say('p', node.kind, about);
    var list = say('dl', '', about);
    Object.keys(node.shown).forEach(function (key) {
      var value = node.shown[key];
      say('dt', key, list);
      say('dd', Array.isArray(value) ? value.join(', ') : String(value), list);
    });
    var joined = say('ul', '', about);
    links.forEach(function (link) {
      var a = nodes[link.from], b = nodes[link.to];
      if (a === node || b === node) { say('li', (a === node ? b.name : a.name) + ' (' + link.caption + ')', joined); }
    });
  }

  document.getElementById('find').addEventListener('input', function (event) {
    var words = event.target.value.trim().toLowerCase();
    nodes.forEach(function (node) {
      dim(node, words !== '' && node.name.toLowerCase().indexOf(words) < 0);
    });
  });

  var legend = document.getElementById('legend');
  data.legend.forEach(function (pair) {
    var item = document.createElement('li');
    var dot = make('svg', { viewBox: '0 0 12 12' });
    make('circle', { cx: 6, cy: 6, r: 6, fill: pair[1] }, dot);
    item.appendChild(dot);
    item.appendChild(document.createTextNode(pair[0]));
    legend.appendChild(item);
  });
  if (nodes.some(function (node) { return node.faint; })) {
    say('li', 'dashed: planned, called off, denied or supposed', legend);
  }

  place();
  fit();
  window.addEventListener('resize', fit);
})();
