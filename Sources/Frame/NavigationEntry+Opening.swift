extension NavigationEntry {
    /// Whether the page of an entry would open: a page of the whole tenant needs the permission there.
    package func opens(for desk: Desk, among pages: [any Page]) -> Bool {
        guard permission != .ownAccount else { return true }
        let page = pages.first { $0.path == path && $0.method == .get }
        if case .tenant = page?.scope { return desk.asker.may(permission, in: .tenant, on: desk.today) }
        if case .anywhere = page?.scope {
            // What one may with one's own is somewhere too.
            let own = Scope(owner: desk.asker.account)
            if desk.asker.may(permission, in: own, on: desk.today) { return true }
        }
        return !desk.asker.reach(permission, on: desk.today).isEmpty
    }
}
