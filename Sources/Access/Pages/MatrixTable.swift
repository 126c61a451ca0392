internal import Frame
internal import Kernel
internal import Pages

/// Permissions by roles in one table: who may a thing is a line, what a role may is a column.
struct MatrixTable {
    let matrix: PermissionMatrix
    let language: Language

    var html: HTML {
        let roles = Role.all.map { DataTable.Column($0.words[language], .number) }
        var table = DataTable(
            id: "matrix",
            language,
            caption: MatrixPage.title[language],
            columns: [DataTable.Column(Text(lv: "Tiesības", en: "Permission")[language])] + roles,
            groups: Permission.Reach.allCases.map { reach in
                DataTable.Group(
                    reach.words[language],
                    matrix.permissions.filter { $0.reach == reach }.map { row($0) }
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.isWide = true
        table.notes = [
            Text(
                lv: """
                    ✓ – loma dod šīs tiesības; vārds aiz tā – kur tās ir spēkā. Ja vārdi ir divi, tiesības ir vai nu vienā, \
                    vai otrā vietā: to nosaka, kam loma piešķirta.
                    """,
                en: """
                    ✓ – the role gives the permission; the word behind it says where. Of two words the one holds, or the \
                    other: it depends on what the role is given for.
                    """
            )[language]
        ]
        return table.html
    }

    private func row(_ permission: Permission) -> DataTable.Row {
        let cells = Role.all.map { role -> DataTable.Cell in
            let places = places(of: permission, role)
            guard !places.isEmpty else { return .words("") }
            return .markup("<span aria-hidden=\"true\">✓ </span>\(places.joined(separator: ", "))")
        }
        return DataTable.Row([.words(permission.words[language])] + cells)
    }

    /// Where a role gives a permission, over all that it may be given for, each once.
    private func places(of permission: Permission, _ role: Role) -> [String] {
        matrix.lines.filter { $0.role.name == role.name }
            .flatMap { ($0.allowed[permission.name] ?? []).widest }
            .map { $0.short[language] }
            .reduce(into: []) { all, place in
                if !all.contains(place) { all.append(place) }
            }
    }
}

extension Permission.Reach {
    /// What permissions of the kind are about.
    fileprivate var words: Text {
        switch self {
        case .aggregates: Text(lv: "Kopsavilkumi un programmas", en: "Aggregates and programmes")
        case .teachers: Text(lv: "Pedagogi", en: "Teachers")
        case .pupils: Text(lv: "Izglītojamie", en: "Pupils")
        case .changes: Text(lv: "Datu maiņa", en: "Changes of data")
        case .administration: Text(lv: "Pārvaldība", en: "Administration")
        }
    }
}
