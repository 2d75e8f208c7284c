// Prepares Neo4j Browser before it loads, on its own origin: connection, style, favourites, guide, first query.
// The secret comes in the fragment of the address, which no server sees; it is wiped from the address at once.
// What the user changed (colours, favourites, the start command) is left alone unless ours is newer.
(function () {
  'use strict';

  var given = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);

  function read(key, otherwise) {
    try {
      var value = JSON.parse(localStorage.getItem(key));
      return value === null ? otherwise : value;
    } catch (error) {
      return otherwise;
    }
  }

  function write(key, value) {
    localStorage.setItem(key, JSON.stringify(value));
  }

  function ours(item) {
    return String(item.id).indexOf('gb-') === 0;
  }

  function storeConnection(bolt) {
    write('neo4j.connections', {
      allConnectionIds: ['$$discovery'],
      connectionsById: {
        $$discovery: {
          id: '$$discovery', name: '$$discovery', type: 'bolt', db: null, host: bolt,
          username: given.get('user'), password: given.get('password'),
          authEnabled: true, authenticationMethod: 'NATIVE'
        }
      },
      activeConnection: null, connectionState: 0, lastUpdate: 0, useDb: null, lastUseDb: null
    });
  }

  // What differs from the style that was put there last is the user's own, and stays when ours is newer.
  function withOwn(style, current, last) {
    Object.keys(current).forEach(function (selector) {
      Object.keys(current[selector]).forEach(function (name) {
        var value = current[selector][name];
        if ((last[selector] || {})[name] !== value) {
          style[selector] = style[selector] || {};
          style[selector][name] = value;
        }
      });
    });
    return style;
  }

  function storeStyle(style, version) {
    if (read('gb.style', '') !== version) {
      var last = read('gb.grass', null);
      write('gb.grass', style);
      write('neo4j.grass', last ? withOwn(style, read('neo4j.grass', {}), last) : style);
      write('gb.style', version);
    }
  }

  function storeFavourites(folder, favourites) {
    write('neo4j.folders', read('neo4j.folders', []).filter(function (f) { return !ours(f); }).concat([folder]));
    write('neo4j.documents', read('neo4j.documents', []).filter(function (d) { return !ours(d); }).concat(favourites));
  }

  function storeGuide(guide) {
    var known = read('neo4j.guides', {});
    var others = (known.remoteGuides || []).filter(function (g) { return g.identifier !== guide.identifier; });
    write('neo4j.guides', { currentGuide: known.currentGuide || null, remoteGuides: others.concat([guide]) });
  }

  function storeSettings(firstQuery) {
    var settings = read('neo4j.settings', {});
    var last = read('gb.query', null);
    var asked = given.get('query');
    if (asked || settings.initCmd === undefined || last === null || settings.initCmd === last) {
      settings.initCmd = asked || firstQuery;
      write('gb.query', settings.initCmd);
    }
    settings.allowUserStats = false;
    settings.allowCrashReports = false;
    write('neo4j.settings', settings);
  }

  fetch('preset.json', { cache: 'no-store' })
    .then(function (answer) { return answer.json(); })
    .then(function (preset) {
      if (given.get('password')) {
        storeConnection(preset.bolt);
      }
      storeStyle(preset.style, preset.style_version);
      storeFavourites(preset.folder, preset.favourites);
      storeGuide(preset.guide);
      storeSettings(preset.first_query);
      location.replace('/browser/');
    })
    .catch(function (error) {
      document.getElementById('message').textContent =
        'The graph could not be opened (' + error + '). Go to /browser/ and log in by hand.';
    });
})();
