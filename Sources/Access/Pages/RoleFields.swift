internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The fields by which a role is given, and what was typed into them.
struct RoleFields {
    /// The places that the asker may give roles for.
    let choices: [Place]
    private let manages: Reach
    private let language: Language

    /// Loads the places for an asker.
    static func load(_ desk: Desk, _ places: any Places, _ language: Language) async throws -> RoleFields {
        let reach = desk.asker.reach(.administer, on: desk.today)
        let choices = try await desk.database.data.read { connection in
            try places.choices(reach, tenant: desk.tenant, on: desk.today, connection)
        }
        return RoleFields(choices: choices, manages: reach, language: language)
    }

    /// The fields, filled with what was typed before, each with what is wrong with it.
    func parts(_ request: PageRequest, _ errors: UserErrors) -> [Form.Part] {
        errors.shown(at: parts(request), language)
    }

    private func parts(_ request: PageRequest) -> [Form.Part] {
        let roles = Role.all.filter { role in
            role.name != Role.operator.name && (manages.everything || role.levels != [.tenant])
        }
        let options = roles.map { Option($0.name, $0.words[language], hint: $0.purpose[language]) }
        let chosen = request.field("role")
        var parts: [Form.Part] = [
            .field(
                Field(
                    "role",
                    PageWords.role[language],
                    .radios(options, chosen: chosen.isEmpty ? nil : chosen)
                )
            ),
            .field(place(request)),
        ]
        if let body = body(request) { parts.append(.field(body)) }
        return parts + days(request)
    }

    private func days(_ request: PageRequest) -> [Form.Part] {
        [
            .field(
                Field(
                    "from",
                    Text(lv: "Pirmā diena", en: "First day")[language],
                    .date(value: request.field("from")),
                    hint: Text(lv: "Tukšs – no šodienas.", en: "Empty – from today.")[language],
                    isOptional: true
                )
            ),
            .field(
                Field(
                    "to",
                    Text(lv: "Pēdējā diena", en: "Last day")[language],
                    .date(value: request.field("to")),
                    isOptional: true
                )
            ),
        ]
    }

    /// Which body it is for; whoever manages one institution gives no such role.
    private func body(_ request: PageRequest) -> Field? {
        guard manages.everything else { return nil }
        let asking = Role.all.filter(\.namesBody).map { $0.words[language] }.joined(separator: ", ")
        return Field(
            "body",
            PageWords.body[language],
            .select([Option("", "–")] + RoleFields.bodies(language), chosen: request.field("body")),
            hint: Text(
                lv: "Jānorāda lomai „\(asking)”; citām lomām to neizvēlas.",
                en: "It is named for the role “\(asking)”, and left empty for others."
            )[language],
            isOptional: true
        )
    }

    /// The bodies to choose from.
    static func bodies(_ language: Language) -> [Option] {
        CaseBody.outside.map { Option($0.code, $0.words[language]) }
    }

    private func place(_ request: PageRequest) -> Field {
        let typed = request.field("place")
        var options = choices.map { Option($0.scope.code, $0.name) }
        if manages.everything { options.insert(Option("tenant", ScopeLevel.tenant.words[language]), at: 0) }
        guard !choices.isEmpty else {
            let hint = Text(
                lv: "„tenant” – visa pārvalde; 12 – iestāde; 12/5 – klase; 12/5/77 – izglītojamais.",
                en: "“tenant” – the whole board; 12 – an institution; 12/5 – a class; 12/5/77 – a pupil."
            )
            return Field(
                "place",
                PageWords.place[language],
                .text(value: typed),
                hint: hint[language],
                width: .medium
            )
        }
        // A pupil is no choice of a list; whoever links here from a case brings the place along.
        if !typed.isEmpty, !options.contains(where: { $0.value == typed }) {
            options.append(Option(typed, Scope(code: typed)?.words[language] ?? typed))
        }
        return Field(
            "place",
            PageWords.place[language],
            .select(options, chosen: typed.isEmpty ? nil : typed),
            width: .long
        )
    }
}

extension Refusal {
    static let noPlace = Refusal(
        .invalid,
        Text(lv: "Nav norādīts, kur loma spēkā.", en: "It is not said where the role is held."),
        advice: Text(lv: "Izvēlieties iestādi vai klasi.", en: "Choose an institution or a class.")
    )
}
