// Starts the app. Shows a notice in place of the app in a browser that is too old, when the app can't be fetched, and
// after the app has crashed. Builds all elements by DOM calls, because the content security policy forbids inline
// scripts and styles. Uses only what Chrome 63 has, because it must run in browsers that can't run the app.

const WORDS = {
  vi: {
    oldTitle: "Trình duyệt này quá cũ",
    oldHelp: " cần trình duyệt mới hơn. Hãy cập nhật, hoặc mở trang này bằng Chrome, Safari hay Cốc Cốc bản mới.",
    oldOffice: "Bạn cũng có thể nộp hồ sơ trực tiếp tại bộ phận một cửa của xã, phường.",
    copy: "Địa chỉ của trang này:",
    failTitle: "Chưa tải được ứng dụng",
    failHelp: "Đường truyền bị ngắt giữa chừng. Hãy kiểm tra mạng rồi thử lại.",
    retry: "Thử lại",
    crashTitle: "Ứng dụng gặp lỗi",
    crashHelp: "Xin lỗi bạn. Những gì đã lưu thì vẫn còn. Hãy tải lại trang để làm tiếp.",
    reload: "Tải lại",
    loading: "Đang mở…",
  },
  en: {
    oldTitle: "This browser is too old",
    oldHelp: " needs a newer browser. Update it, or open this page in a recent Chrome, Safari or Cốc Cốc.",
    oldOffice: "You can also hand in your papers at your commune's one-stop desk.",
    copy: "The address of this page:",
    failTitle: "The app could not be loaded",
    failHelp: "The connection was cut. Check your network and try again.",
    retry: "Try again",
    crashTitle: "The app has failed",
    crashHelp: "We are sorry. What was saved is still there. Reload the page to go on.",
    reload: "Reload",
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

function showLoadFailure() {
  const text = words();
  showAboveShell("error", text.failTitle, [paragraph(text.failHelp), reloadButton(text.retry)]);
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

function watchForCrash() {
  const fatal = (error) => error instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => fatal(event.error) && showCrash());
  addEventListener("unhandledrejection", (event) => fatal(event.reason) && showCrash());
}

// The only Trusted Types policy. The app's own templates contain no executable markup, so such markup is a fault or an
// attack and is refused. Scripts are loaded only from the app's own folder, and no text is ever run as a script.
const EXECUTABLE = /<\/?(script|iframe|frame|object|embed|base|meta|link|style)\b|[\s"'/]on[a-z]+\s*=|srcdoc\s*=|javascript:/i;

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
function showPlaceholderForOtherPage() {
  const main = document.querySelector("main");
  // An index.html built by Trunk contains no home page.
  if (!main || location.pathname === new URL(document.baseURI).pathname) return;
  const line = () => element("span", { class: "skeleton__line" }, []);
  const label = element("h1", { class: "visually-hidden" }, [words().loading]);
  const box = element("div", { class: "skeleton boot-wait", role: "status" }, [label, line(), line(), line()]);
  main.textContent = "";
  main.append(box);
}

async function start() {
  const script = document.querySelector("script[data-wasm]");
  const address = (path) => new URL(path, document.baseURI).href;
  try {
    const app = await import(address(script.dataset.js));
    await app.default({ module_or_path: address(script.dataset.wasm) });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) showCrash();
    else if (error instanceof WebAssembly.CompileError) showTooOld();
    else showLoadFailure();
  }
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

installTrustedTypesPolicy();
unfoldOnPaper();
if (isBrowserSupported()) {
  watchForCrash();
  showPlaceholderForOtherPage();
  start();
} else {
  showTooOld();
}
