internal import Frame
internal import Kernel
internal import Pages

/// Permissions by roles in one table: who may a thing is a line, what a role may is a column.
struct MatrixTable {
    let matrix: PermissionMatrix
    let language: Language

    var html: HTML {
        let roles = Role.all.map { role in
            var column = DataTable.Column(role.words[language], .number)
            column.isUpright = true
            return column
        }
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
                    ✓ – loma dod šīs tiesības; vārds zem tā – kur tās ir spēkā. Ja vārdi ir vairāki, tiesības ir vairākās \
                    vietās vai vietu nosaka tas, kam loma piešķirta; to paskaidro lomas lapa.
                    """,
                en: """
                    ✓ – the role gives the permission; the word under it says where. Several words are several places, or \
                    depend on what the role is given for; the page of the role tells which.
                    """
            )[language]
        ]
        return table.html
    }

    private func row(_ permission: Permission) -> DataTable.Row {
        let cells = Role.all.map { role -> DataTable.Cell in
            let places = places(of: permission, role)
            guard !places.isEmpty else { return .words("") }
            let words: [HTML] = places.map { " <span class=\"note\">\($0)</span>" }
            return .markup("<span aria-hidden=\"true\">✓</span>\(words)")
        }
        return DataTable.Row([.words(permission.words[language])] + cells)
    }

    /// Where a role gives a permission, over all that it may be given for, each once.
    func places(of permission: Permission, _ role: Role) -> [String] {
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
