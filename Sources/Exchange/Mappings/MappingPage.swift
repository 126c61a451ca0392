import Frame
import Kernel
import Pages

/// A saved mapping as a form: its names, columns by their headings, what all lines share, how far it may go.
struct MappingPage: Page {
    let method = PageMethod.get
    let path = "/imports/mappings/:mapping"
    let permission = Permission.importData
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let kept = try await Mappings(desk).own(request.parts["mapping"] ?? "")
        let edit = MappingEdit(kept.mapping, version: kept.version, desk)
        return .page(try await edit.content(request, desk))
    }
}

/// Keeps what was changed of a mapping.
struct MappingAction: Page {
    let method = PageMethod.post
    let path = "/imports/mappings/:mapping"
    let permission = Permission.importData
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let kept = try await Mappings(desk).own(request.parts["mapping"] ?? "")
        var edit = MappingEdit(kept.mapping, version: Int(request.field("version")) ?? 0, desk)
        edit.take(request)
        guard edit.error == nil else { return .page(try await edit.content(request, desk)) }
        try await Mappings(desk).change(edit.mapping, version: edit.version)
        return .redirect("/imports/mappings", notice: Text(lv: "Saglabāts.", en: "Saved."))
    }
}

/// Takes a mapping away.
struct MappingRemoveAction: Page {
    let method = PageMethod.post
    let path = "/imports/mappings/:mapping/remove"
    let permission = Permission.importData
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let kept = try await Mappings(desk).own(request.parts["mapping"] ?? "")
        try await Mappings(desk).remove(kept.mapping.name)
        return .redirect(
            "/imports/mappings",
            notice: Text(
                lv: "Kartējums noņemts. To var atjaunot šajā lapā pie noņemtajiem.",
                en: "The mapping was removed. It can be put back on this page, under what was removed."
            )
        )
    }
}

/// Puts a removed mapping back.
struct MappingRestoreAction: Page {
    let method = PageMethod.post
    let path = "/imports/mappings/:mapping/restore"
    let permission = Permission.importData
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await Mappings(desk).restore(request.parts["mapping"] ?? "")
        return .redirect(
            "/imports/mappings",
            notice: Text(lv: "Kartējums atjaunots.", en: "The mapping was put back.")
        )
    }
}
