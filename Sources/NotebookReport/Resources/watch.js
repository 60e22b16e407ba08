(function () {
  "use strict";
  var root = document.documentElement;

  /* The topmost thing in view that has a name, and how far below the edge it begins. */
  function hold() {
    var places = document.querySelectorAll("main [id]");
    for (var i = 0; i !== places.length; i++) {
      var top = places[i].getBoundingClientRect().top;
      if (Math.sign(top + 1) === 1) return { id: places[i].id, top: top };
    }
    return null;
  }

  /* What the reader has opened, closed or ticked, by its place among its like. */
  function marks(body) {
    return Array.prototype.map.call(body.querySelectorAll("details, input[type=checkbox]"), function (part) {
      var cell = part.closest("section[id]");
      return { part: part, key: (cell ? cell.id : "") + " " + part.className + " " + part.id };
    });
  }

  function swap(text) {
    var next = new DOMParser().parseFromString(text, "text/html");
    var place = hold();
    var kept = {};
    marks(document.body).forEach(function (mark) {
      (kept[mark.key] = kept[mark.key] || []).push(mark.part);
    });
    marks(next.body).forEach(function (mark) {
      var old = (kept[mark.key] || []).shift();
      if (!old) return;
      mark.part.open = old.open;
      mark.part.checked = old.checked;
    });
    document.title = next.title;
    root.lang = next.documentElement.lang;
    root.dataset.version = next.documentElement.dataset.version;
    document.body.replaceWith(document.adoptNode(next.body));
    var anchor = place ? document.getElementById(place.id) : null;
    if (anchor) window.scrollBy(0, anchor.getBoundingClientRect().top - place.top);
  }

  function rest(milliseconds) {
    return new Promise(function (go) { setTimeout(go, milliseconds); });
  }

  async function follow() {
    for (;;) {
      try {
        var answer = await fetch("?after=" + root.dataset.version, { cache: "no-store" });
        if (answer.status === 200) swap(await answer.text());
        else if (answer.status !== 204) throw answer.status;
        root.classList.remove("alone");
      } catch (problem) {
        root.classList.add("alone");
        await rest(1000);
      }
    }
  }

  follow();
})();
