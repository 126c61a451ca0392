extension NavigationEntry {
    /// Whether the entry is marked on the page of an address: its own, one under it, or one that it leads to.
    package func isMarked(at address: String) -> Bool {
        guard path != "/" else { return address == "/" }
        let parts = address.split(separator: "/")
        return ([path] + alsoAt).contains { start in
            let wanted = start.split(separator: "/")
            return wanted.count <= parts.count
                && zip(wanted, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }
}
