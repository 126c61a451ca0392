import Kernel

/// The list of keys that "?" shows.
///
/// Without JavaScript there are no keys, and it stays hidden.
struct KeysDialog: Renderable {
    let language: Language
    let hasSearch: Bool

    var html: HTML {
        let search: HTML? =
            hasSearch
            ? """
            <div><dt><kbd>/</kbd></dt><dd>\(Words.keySearch, language)</dd></div>\
            <div><dt><kbd>↓</kbd> <kbd>↑</kbd></dt><dd>\(Words.keyResults, language)</dd></div>
            """ : nil
        return """
            <dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">\(Words.keys, language)</h2>
            <dl class="facts">\(search)<div><dt><kbd>?</kbd></dt><dd>\(Words.keyHelp, language)</dd></div>\
            <div><dt><kbd>Esc</kbd></dt><dd>\(Words.keyClose, language)</dd></div></dl>
            <form method="dialog"><button class="button second small">\(Words.close, language)</button></form></dialog>
            """
    }
}
