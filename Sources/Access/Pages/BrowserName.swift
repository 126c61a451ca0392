/// A browser and its system as people call them, from what the browser says of itself.
struct BrowserName {
    let words: String

    /// The short name of an agent line; the line itself where nothing in it is known.
    init(_ agent: String) {
        let parts = [BrowserName.browsers, BrowserName.systems].compactMap { names in
            names.first { agent.contains($0.mark) }?.name
        }
        words = parts.isEmpty ? agent : parts.joined(separator: ", ")
    }

    // The order matters: Edge says that it is Chrome as well, and Chrome that it is Safari.
    private static let browsers: [(mark: String, name: String)] = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ]

    private static let systems: [(mark: String, name: String)] = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]
}
