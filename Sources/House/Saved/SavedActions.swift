import Frame
import Pages
import Storage

/// Takes a saved thing away.
struct SavedRemoveAction<Thing: SavedThing>: Page {
    let method = PageMethod.post
    var path: String { "\(Thing.path)/remove" }
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number(Thing.part)
        try await desk.database.data.write { connection in
            let things = SavedThings<Thing>(desk: desk, connection: connection)
            try things.remove(try things.kept(id))
        }
        return .redirect("/reports", notice: Thing.removedWords)
    }
}

/// Puts a removed thing back.
struct SavedRestoreAction<Thing: SavedThing>: Page {
    let method = PageMethod.post
    var path: String { "\(Thing.path)/restore" }
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number(Thing.part)
        let thing = try await desk.database.data.write { connection in
            try SavedThings<Thing>(desk: desk, connection: connection).restore(id)
        }
        return .redirect(thing.address.text, notice: Thing.restoredWords)
    }
}
