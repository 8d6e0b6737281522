// Starts the app. Shows a notice in place of the app in a browser that is too old, when the app can't be fetched, and
// after the app has crashed. Does what must work before the app has started and after it has crashed: links within the
// page, printing, and texts that the browser has translated. Builds all elements by DOM calls, because the content
// security policy forbids inline scripts and styles. Uses only what Chrome 63 has, because it must run in browsers that
// can't run the app.

const WORDS = {
  vi: {
    oldTitle: "Trình duyệt này quá cũ",
    oldHelp: " cần trình duyệt mới hơn. Hãy cập nhật, hoặc mở trang này bằng Chrome, Safari hay Cốc Cốc bản mới.",
    oldOffice: "Bạn cũng có thể nộp hồ sơ trực tiếp tại bộ phận một cửa của xã, phường.",
    copy: "Địa chỉ của trang này:",
    failTitle: "Chưa tải được ứng dụng",
    failHelp: "Đường truyền bị ngắt giữa chừng. Hãy kiểm tra mạng rồi thử lại.",
    wifiHelp: "Mạng này gửi trang khác thay cho ứng dụng. Nếu là Wi-Fi công cộng, hãy mở trang đăng nhập của Wi-Fi rồi thử lại.",
    retry: "Thử lại",
    crashTitle: "Ứng dụng gặp lỗi",
    crashHelp: "Xin lỗi bạn. Những gì đã lưu thì vẫn còn. Hãy tải lại trang để làm tiếp.",
    reload: "Tải lại",
    outdatedTitle: "Cổng vừa được nâng cấp",
    outdatedHelp: "Trang này cũ hơn máy chủ. Hãy tải lại; những gì đã lưu vẫn còn.",
    loading: "Đang mở…",
  },
  en: {
    oldTitle: "This browser is too old",
    oldHelp: " needs a newer browser. Update it, or open this page in a recent Chrome, Safari or Cốc Cốc.",
    oldOffice: "You can also hand in your papers at your commune's one-stop desk.",
    copy: "The address of this page:",
    failTitle: "The app could not be loaded",
    failHelp: "The connection was cut. Check your network and try again.",
    wifiHelp: "This network sent another page instead of the app. On a public Wi-Fi, open its sign-in page and try again.",
    retry: "Try again",
    crashTitle: "The app has failed",
    crashHelp: "We are sorry. What was saved is still there. Reload the page to go on.",
    reload: "Reload",
    outdatedTitle: "The portal has been upgraded",
    outdatedHelp: "This page is older than the server. Reload it; what was saved is still there.",
    loading: "Opening…",
  },
};

const root = document.documentElement;

function words() {
  return root.lang === "en" ? WORDS.en : WORDS.vi;
}

function element(name, attributes, children) {
  const made = document.createElement(name);
  Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
  children.forEach((child) => made.append(child));
  return made;
}

function reloadButton(label) {
  const button = element("button", { type: "button", class: "button button--primary" }, [label]);
  button.addEventListener("click", () => location.reload());
  return button;
}

function notice(kind, title, parts) {
  const tag = mainElement().querySelector("h1") ? "p" : "h1";
  const heading = element(tag, { class: "notice__title" }, [title]);
  const body = element("div", { class: "notice__body" }, [heading].concat(parts));
  return element("div", { class: "notice notice--" + kind, role: "alert" }, [body]);
}

// Returns the portal's name from the header.
function siteName() {
  const name = document.querySelector(".site-name");
  return name ? name.textContent : "Một Cửa";
}

function paragraph(text) {
  return element("p", {}, [text]);
}

function mainElement() {
  return document.querySelector("main") || document.body;
}

// Shows a notice above the first screen, whose search field and links stay usable.
function showAboveShell(kind, title, parts) {
  const main = mainElement();
  main.querySelectorAll(".boot-wait").forEach((waiting) => waiting.remove());
  main.prepend(notice(kind, title, parts));
}

function showTooOld() {
  const text = words();
  const address = element("p", { class: "boot-address" }, [location.href]);
  showAboveShell("warning", text.oldTitle, [
    paragraph(siteName() + text.oldHelp), paragraph(text.oldOffice), paragraph(text.copy), address,
  ]);
}

// Also fetches the files again, past the browser's cache: a wrong file in the cache would make every retry fail.
async function showLoadFailure(addresses) {
  const text = words();
  const help = paragraph(text.failHelp);
  showAboveShell("error", text.failTitle, [help, reloadButton(text.retry)]);
  const isPage = (address) =>
    fetch(address, { cache: "reload" }).then((file) => /html/.test(file.headers.get("content-type")), () => false);
  const answers = await Promise.all(addresses.map(isPage));
  if (answers.includes(true)) help.textContent = text.wifiHelp;
}

let crashed = false;

// Replaces the whole page: after a panic, no part of the app handles events any more.
function showCrash() {
  if (crashed) return;
  crashed = true;
  const text = words();
  const main = element("main", { id: "main", tabindex: "-1" }, []);
  const heading = element("h1", { tabindex: "-1", class: "page-heading" }, [text.crashTitle]);
  main.append(heading, paragraph(text.crashHelp));
  main.append(reloadButton(text.reload));
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.remove());
  mainElement().replaceWith(main);
  document.title = text.crashTitle;
  heading.focus();
}

// The app sets this attribute when the backend has another version of the contract. The notice stands above the app's own
// elements, which the citizen can still use to save what they have typed.
function watchForUpgrade() {
  new MutationObserver(() => {
    const text = words();
    const parts = [paragraph(text.outdatedHelp), reloadButton(text.reload)];
    mainElement().before(notice("warning", text.outdatedTitle, parts));
  }).observe(root, { attributeFilter: ["data-outdated"] });
}

function watchForCrash() {
  const fatal = (error) => error instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => fatal(event.error) && showCrash());
  addEventListener("unhandledrejection", (event) => fatal(event.reason) && showCrash());
}

// The only Trusted Types policy. The app's own templates contain no executable markup, so such markup is a fault or an
// attack and is refused. They contain no URL either, except of a place on the page, because the app sets the URLs of its
// links one by one. So no spelling of a URL has to be understood here. Scripts are loaded only from the app's own
// folder, and no text is ever run as a script.
const EXECUTABLE = new RegExp(
  "<\\/?(script|i?frame|object|embed|applet|base|meta|link|style|set|animate|foreignobject)" +
    "|[\\s\"'/](on[a-z]+|srcdoc|srcset|ping|background|poster)\\s*=" +
    "|[\\s\"'/:](href|src|action|formaction|data)\\s*=(?!\"#)",
  "i",
);

function installTrustedTypesPolicy() {
  if (!self.trustedTypes) return;
  const home = new URL(".", document.baseURI).href;
  self.trustedTypes.createPolicy("default", {
    createHTML: (markup) => {
      if (EXECUTABLE.test(markup)) throw new TypeError("executable markup");
      return markup;
    },
    createScriptURL: (address) => {
      const whole = new URL(address, document.baseURI).href;
      if (!whole.startsWith(home)) throw new TypeError("a script from another folder");
      return whole;
    },
  });
}

// Whether the browser has what the compiled app uses: wasm reference types (these bytes declare a table of them) and
// 64-bit integers between wasm and JavaScript.
function isBrowserSupported() {
  const table = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);
  return (
    typeof WebAssembly === "object" &&
    WebAssembly.validate(table) &&
    typeof BigInt64Array === "function" &&
    typeof TextDecoder === "function" &&
    typeof AbortController === "function"
  );
}

// index.html contains the home page. For any other address, shows a placeholder instead until the app has started.
// Until now, a script in index.html has hidden the home page there.
function showPlaceholderForOtherPage() {
  const main = document.querySelector("main");
  // An index.html built by Trunk contains no home page.
  if (!main) return;
  const line = () => element("span", { class: "skeleton__line" }, []);
  const label = element("h1", { class: "visually-hidden" }, [words().loading]);
  const box = element("div", { class: "skeleton boot-wait", role: "status" }, [label, line(), line(), line()]);
  main.textContent = "";
  main.append(box);
}

// How long a fetch may go on without receiving a byte, in milliseconds.
const STALL_MS = 30000;
const fetched = {};

// Fetches a wasm file. Fails when the connection stalls, so that the file can be fetched again. The second fetch of a
// file goes past the browser's cache, because the first one has failed or returned something else. The loader of the
// chunks calls this function too.
self.fetchWasm = async (url) => {
  const controller = new AbortController();
  let timer;
  const wait = (file) => {
    clearTimeout(timer);
    if (!file.done) timer = setTimeout(() => controller.abort(), STALL_MS);
    return file;
  };
  const stop = () => wait({ done: true });
  const cache = fetched[url] ? "reload" : "default";
  fetched[url] = true;
  wait({});
  const request = fetch(url, { cache, signal: controller.signal });
  const watch = (reader) => reader.read().then((file) => wait(file).done || watch(reader));
  request.then((file) => watch(file.clone().body.getReader())).catch(stop);
  return request;
};

// Whether the browser has read the style sheet to its end. Its last rule sets this property.
function isStyled() {
  return getComputedStyle(root).getPropertyValue("--style-end") !== "";
}

// Resolves when the page has nothing else to do. The app calls this function too.
self.whenIdle = () =>
  new Promise((resolve) => {
    if (self.requestIdleCallback) requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve, 200);
  });

// Resolves when the citizen points, types, or moves the focus; at once if they have done so already.
function whenUsed() {
  return new Promise((resolve) => {
    if (document.activeElement !== document.body) resolve();
    ["pointerdown", "input", "focusin"].forEach((kind) => addEventListener(kind, resolve, { once: true, passive: true }));
  });
}

// Fetches and compiles the app, which doesn't block the page, and starts it. Starting blocks a slow phone for a moment,
// so the home page, which can be used without the app, waits for a quiet moment or for the citizen.
async function start(isHome) {
  const script = document.querySelector("script[data-wasm]");
  const style = document.querySelector("link[rel=stylesheet]");
  const address = (path) => new URL(path, document.baseURI).href;
  const [js, wasm] = [script.dataset.js, script.dataset.wasm].map(address);
  try {
    if (!isStyled()) throw new Error("the style sheet is incomplete");
    const [app, module] = await Promise.all([import(js), WebAssembly.compileStreaming(self.fetchWasm(wasm))]);
    if (isHome) await Promise.race([self.whenIdle(), whenUsed()]);
    await app.default({ module_or_path: module });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) showCrash();
    else showLoadFailure([style.href, js, wasm]);
  }
}

// The controls of a group of fields in which the citizen enters an answer. Excludes hidden controls and the search field
// above a long list.
const CONTROL = ":is(input, select, textarea, button):not([hidden] *, .finder *, [tabindex='-1'])";

// Shows the element with this id and moves the focus into it: for a field, shows its label too; for a group of fields,
// focuses its first control. The app calls this function too.
self.goToPlace = (id) => {
  const place = document.getElementById(id);
  if (!place) return;
  const control = place.matches("fieldset, div, section") && place.querySelector(CONTROL);
  (place.closest(".field") || place).scrollIntoView();
  (control || place).focus();
};

// Follows a link to a place on this page. The browser would resolve `#main` against `<base href>`, and so leave the page
// for the home page.
function followPlaceLinks() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    self.goToPlace(link.getAttribute("href").slice(1));
  });
}

// Keeps texts true in a page that the browser translates. The browser replaces each text node by a `<font>` element with
// the translation, and the app would then change or remove a node that is no longer on the page. So each replaced text
// node is put back, without its text, in front of its translation. When the app changes or removes the text node, the
// outdated translation is removed, and the browser translates the new text.
function keepTranslatedTextsTrue() {
  // For each replaced text node, its translation and its original text; for each translation, its text node.
  const translations = new WeakMap();
  const texts = new WeakMap();
  const isTranslation = (node) => node && node.nodeName === "FONT" && node.isConnected && !texts.has(node);
  const putBack = (text, font) => {
    if (font.contains(text)) text.replaceWith(text.cloneNode());
    translations.set(text, { font, original: text.data });
    texts.set(font, text);
    text.data = "";
    font.before(text);
  };
  const forget = (text, showOriginal) => {
    const { font, original } = translations.get(text);
    translations.delete(text);
    texts.delete(font);
    font.remove();
    if (showOriginal && text.data === "") text.data = original;
  };
  const innermost = (node) => (node.firstChild ? innermost(node.firstChild) : node);
  const watcher = new MutationObserver((records) => {
    const removed = new Set();
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === "characterData" && translations.has(target)) forget(target, false);
      for (const node of removedNodes) {
        // The app has removed or moved the text, or the browser shows the page in its own language again.
        if (translations.has(node)) forget(node, true);
        else if (texts.has(node) && !node.isConnected) forget(texts.get(node), true);
        else if (node.nodeType === Node.TEXT_NODE) {
          removed.add(node);
          const font = [...addedNodes, previousSibling, nextSibling].find(isTranslation);
          if (font) putBack(node, font);
        }
      }
    }
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (isTranslation(node) && removed.has(innermost(node))) putBack(innermost(node), node);
      }
    }
    // Forgets the changes that this function has made itself.
    watcher.takeRecords();
  });
  watcher.observe(root, { subtree: true, childList: true, characterData: true });
}

// Opens every <details> for printing, so that its content is on the paper too. CSS can't do that.
function unfoldOnPaper() {
  let unfolded = [];
  const fold = (open) => unfolded.forEach((details) => { details.open = open; });
  addEventListener("beforeprint", () => {
    unfolded = Array.from(document.querySelectorAll("details:not([open])"));
    fold(true);
  });
  addEventListener("afterprint", () => fold(false));
}

const isHome = location.pathname === new URL(document.baseURI).pathname;
installTrustedTypesPolicy();
unfoldOnPaper();
followPlaceLinks();
keepTranslatedTextsTrue();
if (isBrowserSupported()) {
  watchForCrash();
  watchForUpgrade();
  if (!isHome) showPlaceholderForOtherPage();
  delete root.dataset.opening;
  start(isHome);
} else {
  delete root.dataset.opening;
  showTooOld();
}
