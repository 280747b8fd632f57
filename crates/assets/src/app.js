// Conveniences only: every page and form works without this file. No text lives here; words come from the page.
(function () {
  "use strict";

  // Error summary: move focus to it, and from its links to the fields.
  function focusErrors(root) {
    var summary = root.querySelector("[data-error-summary]");
    // Once: a later answer in another part of the page does not take the focus away again.
    if (!summary || summary.dataset.ready) return;
    summary.dataset.ready = "1";
    summary.focus();
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-error-summary] a[href^='#']");
    if (!link) return;
    var field = document.getElementById(link.getAttribute("href").slice(1));
    if (!field) return;
    event.preventDefault();
    var label = document.querySelector("label[for='" + CSS.escape(field.id) + "']") || field;
    label.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });

  // Menus are <details data-menu>: close them on Escape and on a click elsewhere.
  function closeMenus(except) {
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }
  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest("details[data-menu]"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var menu = document.querySelector("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Character counter: <span data-counted="field-id" data-max="2000">0</span>.
  function count(counter) {
    var field = document.getElementById(counter.dataset.counted);
    if (!field) return;
    var length = Array.from(field.value).length;
    counter.textContent = length.toLocaleString(document.documentElement.lang);
    counter.parentElement.classList.toggle("over", length > Number(counter.dataset.max));
  }

  // Confirm: a tick box without script, a dialog with it.
  function setUpConfirm(box) {
    var tick = box.querySelector("input[type=checkbox]");
    var dialog = box.querySelector("dialog");
    var button = box.querySelector("button[type=submit]");
    if (!tick || !dialog || !button || typeof dialog.showModal !== "function") return;
    tick.closest("[data-confirm-tick]").hidden = true;
    button.addEventListener("click", function (event) {
      if (tick.checked) return;
      event.preventDefault();
      dialog.showModal();
    });
    dialog.querySelector("[data-yes]").addEventListener("click", function () {
      tick.checked = true;
      dialog.close();
      button.form.requestSubmit(button);
    });
    dialog.querySelector("[data-no]").addEventListener("click", function () {
      dialog.close();
    });
  }

  // Unsaved changes: ask before leaving a form marked data-unsaved or data-autosave.
  var dirty = new Set();
  window.addEventListener("beforeunload", function (event) {
    dirty.forEach(function (form) { if (!form.isConnected) dirty.delete(form); });
    if (dirty.size) event.preventDefault();
  });

  // Autosave: <form data-autosave="/address"> with hidden `version` and `form_key`. The address answers 200 with
  // {"version": n, "saved": "words"}; 422 with {"fields": [names]} means that these cannot be saved as they are; 409 means
  // that somebody else saved, and stops it.
  function setUpAutosave(form) {
    var status = form.querySelector("[data-autosave-status]");
    var timer = 0;
    var running = null;
    var again = false;
    var stopped = false;

    function say(kind, words) {
      if (!status) return;
      status.textContent = words || status.dataset[kind] || "";
      status.classList.toggle("failed", kind !== "saving" && kind !== "saved");
    }
    // The labels of fields, as the reader sees them.
    function labels(names) {
      return names.map(function (name) {
        var field = document.getElementById(name);
        var label = form.querySelector("label[for='" + CSS.escape(name) + "']") || (field && field.querySelector("legend"));
        return label ? label.textContent.trim() : (field && field.getAttribute("aria-label")) || "";
      }).filter(Boolean).join(", ");
    }
    function body() {
      var fields = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (typeof value === "string") fields.append(name, value);
      });
      return fields;
    }
    function save() {
      clearTimeout(timer);
      if (stopped) return Promise.resolve();
      if (running) { again = true; return running; }
      say("saving");
      dirty.delete(form);
      running = fetch(form.dataset.autosave, {
        method: "POST",
        body: body(),
        headers: { "X-Autosave": "1", "Accept": "application/json" },
        credentials: "same-origin",
        redirect: "error"
      }).then(function (answer) {
        if (answer.status === 409) {
          stopped = true;
          dirty.add(form);
          say("conflict");
          return null;
        }
        if (answer.status === 422) {
          dirty.add(form);
          return answer.json().then(function (refused) {
            say("invalid", (status ? status.dataset.invalid : "") + " " + labels(refused.fields));
          });
        }
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json().then(function (saved) {
          form.elements.version.value = saved.version;
          if (!dirty.has(form)) say("saved", saved.saved);
        });
      }).catch(function () {
        dirty.add(form);
        say("failed");
      }).then(function () {
        running = null;
        if (again) { again = false; return save(); }
      });
      return running;
    }
    form.addEventListener("input", function () {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(save, 1500);
    });
    // A submission must not race its own autosave, or it would meet its own newer version.
    form.addEventListener("submit", function (event) {
      clearTimeout(timer);
      again = false;
      if (!running) { stopped = true; return; }
      event.preventDefault();
      var button = event.submitter;
      running.then(function () {
        stopped = true;
        form.requestSubmit(button);
      });
    });
  }

  function setUpForm(form) {
    form.addEventListener("input", function () { dirty.add(form); });
    form.addEventListener("submit", function () { dirty.clear(); });
    if (form.dataset.autosave) setUpAutosave(form);
  }

  // Each part is set up once, on the page and on what htmx puts in later.
  function setUp(root) {
    function once(selector, work) {
      root.querySelectorAll(selector).forEach(function (element) {
        if (element.dataset.ready) return;
        element.dataset.ready = "1";
        work(element);
      });
    }
    once("[data-confirm]", setUpConfirm);
    once("form[data-autosave], form[data-unsaved]", setUpForm);
    once("[data-counted]", function (counter) {
      var field = document.getElementById(counter.dataset.counted);
      if (!field) return;
      field.addEventListener("input", function () { count(counter); });
      count(counter);
    });
    once("[data-print]", function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
    once("select[data-submit-on-change]", function (select) {
      select.addEventListener("change", function () { select.form.requestSubmit(); });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    setUp(document);
    focusErrors(document);
  });
  document.addEventListener("htmx:after:swap", function () {
    setUp(document);
    focusErrors(document);
  });
})();
