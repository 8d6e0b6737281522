//! Creates the name by which the owner recognises a device, such as «Chrome · Android». Only names from the tables
//! below are stored. The `User-Agent` itself isn't stored, because it can reveal the model of a phone.

/// Pairs of a text that occurs in `User-Agent` and the name of the browser. The first match counts: a browser's
/// `User-Agent` also contains the names of the browsers that it is derived from.
const BROWSERS: [(&str, &str); 13] = [
    ("Zalo", "Zalo"),
    ("FBAN", "Facebook"),
    ("FBAV", "Facebook"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Safari/", "Safari"),
];

/// Pairs of a text that occurs in `User-Agent` and the name of the operating system. The first match counts.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The names of the browser and the operating system, without those that are unknown.
pub(crate) fn device_name(user_agent: &str) -> String {
    let known = |names: &[(&str, &'static str)]| {
        let mut names = names.iter();
        names.find_map(|(mark, name)| user_agent.contains(mark).then_some(*name))
    };
    let names: Vec<&str> = [known(&BROWSERS), known(&SYSTEMS)]
        .into_iter()
        .flatten()
        .collect();
    names.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_browsers_common_in_vietnam() {
        let android =
            "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko)";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (start, end, name) in [
            (
                android,
                "Chrome/126.0.0.0 Mobile Safari/537.36",
                "Chrome · Android",
            ),
            (
                android,
                "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
                "Samsung Internet · Android",
            ),
            (
                android,
                "Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/24060595",
                "Zalo · Android",
            ),
            (
                iphone,
                "Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari · iPhone",
            ),
            (
                iphone,
                "CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1",
                "Chrome · iPhone",
            ),
            (
                windows,
                "coc_coc_browser/126.0.0 Chrome/120.0.0.0 Safari/537.36",
                "Cốc Cốc · Windows",
            ),
            (
                windows,
                "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
                "Edge · Windows",
            ),
        ] {
            assert_eq!(device_name(&[start, end].join(" ")), name);
        }
    }

    #[test]
    fn omits_unknown_browsers_and_systems() {
        assert_eq!(device_name("curl/8.9"), "");
        assert_eq!(device_name("Firefox/128.0 <script>"), "Firefox");
    }
}
