import Frame
import Kernel
import Pages
import Registry
import Storage

/// With whom a saved view or a set is shared.
struct Sharing: Hashable, Sendable {
    /// How far it goes.
    enum Reach: Int, SQLValue, SQLReadable {
        /// The owner's alone.
        case own = 0
        /// Everybody who reads figures of one institution.
        case institution = 1
        /// Everybody of the board.
        case board = 2
    }

    let reach: Reach
    /// The institution; 0 for none.
    let institution: Int

    static let own = Sharing(reach: .own, institution: 0)

    /// The scope that one must look after to share so; nil for what is one's own.
    var scope: Scope? {
        switch reach {
        case .own: nil
        case .institution: Scope(institution: InstitutionID(rawValue: institution))
        case .board: .tenant
        }
    }

    /// Whether somebody may share so: whoever keeps the registers there.
    func isAllowed(_ desk: Desk) -> Bool {
        scope.map { desk.asker.may(.editRegisters, in: $0, on: desk.today) } ?? true
    }

    /// How a form sends it.
    var code: String {
        switch reach {
        case .own: "own"
        case .institution: "institution-\(institution)"
        case .board: "board"
        }
    }
}

/// What somebody may choose to share with.
struct SharingOffer: Sendable {
    let options: [(sharing: Sharing, words: Text)]

    /// More institutions than these are no choice for a few radio buttons.
    private static let most = 5

    /// One's own, the institutions whose registers one keeps, the board.
    ///
    /// Of many institutions only the one in question is offered.
    static func load(
        _ desk: Desk,
        about institution: InstitutionID?,
        _ connection: Connection
    ) throws
        -> SharingOffer
    {
        var options = [(Sharing.own, Text(lv: "Tikai man", en: "Only for me"))]
        let reach = desk.asker.reach(.editRegisters, on: desk.today)
        if !reach.isEmpty {
            let all = try RegistryLookup(tenant: desk.tenant, connection).institutions(reach)
            let offered = all.count <= most ? all : all.filter { $0.id == institution?.rawValue }
            for place in offered {
                let sharing = Sharing(reach: .institution, institution: place.id)
                guard sharing.isAllowed(desk) else { continue }
                options.append(
                    (sharing, Text(lv: "Visiem iestādē: \(place.name)", en: "All at \(place.name)"))
                )
            }
        }
        let board = Sharing(reach: .board, institution: 0)
        if board.isAllowed(desk) {
            options.append((board, Text(lv: "Visiem pārvaldē", en: "All of the board")))
        }
        return SharingOffer(options: options)
    }

    /// What a form sent; one's own where it sent nothing that is offered.
    func chosen(_ code: String) -> Sharing { options.first { $0.sharing.code == code }?.sharing ?? .own }

    /// The question of a form; none where there is nothing to choose.
    func field(_ chosen: Sharing, _ language: Language) -> Form.Part? {
        guard options.count > 1 else { return nil }
        return .field(
            Field(
                "share",
                Text(lv: "Kam tas redzams", en: "Who sees it")[language],
                .radios(
                    options.map { Option($0.sharing.code, $0.words[language]) },
                    chosen: chosen.code
                ),
                hint: Text(
                    lv: "Katrs redz tikai to, ko atļauj viņa loma.",
                    en: "Everybody sees only what their role allows."
                )[language]
            )
        )
    }
}
