internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention

/// The lanes of the board and the cards in them.
extension BoardView {
    var lanes: HTML {
        guard !board.cards.isEmpty else {
            return EmptyState(
                text("Te vēl nav neviena", "There is nobody here yet"),
                advice: board.seesSignals
                    ? text(
                        "Izglītojamie parādās, kad rodas riska pazīme, kāds pieraksta novērojumu vai atver gadījumu. Izvēlieties citu atlasi vai sāciet no izglītojamā lapas.",
                        "Pupils appear with a sign of risk, an observation or a case. Choose otherwise, or start from a pupil’s page."
                    )
                    : text(
                        "Šeit parādīsies izglītojamie, kuru gadījumos jūs uzaicinās.",
                        "Pupils into whose cases you are invited will appear here."
                    )
            ).html
        }
        let sections: [HTML] = shownLanes.map { section($0) }
        if let lane = onlyLane {
            let back = Link(text("Rādīt visus posmus", "Show all stages"), board.asked.address(of: nil))
            return """
                <div class="lanes whole">\(section(lane))</div><p class="screen-only">\(back)</p>
                """
        }
        // On a phone lanes stand one under the other, so the way to each is at the top.
        let ways: [HTML] = shownLanes.map { lane in
            let words = "\(lane.words[language]) \(format.integer(board.cards(lane).count))"
            return "<li>\(Link(words, Address("#lane-\(lane.rawValue)")))</li>"
        }
        return "<ul class=\"lane-ways\">\(ways)</ul><div class=\"lanes\">\(sections)</div>"
    }

    // MARK: What of the board is shown

    /// How many cards of a lane stand beside the others: a school has a hundred new signs, and one closed case.
    private static let most = 10

    /// Who was only asked into cases has no lanes of signs.
    var lanesOfReader: [BoardLane] { board.seesSignals ? BoardLane.allCases : [.open, .closed] }

    var onlyLane: BoardLane? { board.asked.lane.flatMap { lanesOfReader.contains($0) ? $0 : nil } }

    private var shownLanes: [BoardLane] { onlyLane.map { [$0] } ?? lanesOfReader }

    private func shown(_ lane: BoardLane) -> [PupilBoard.Card] {
        let cards = board.cards(lane)
        return onlyLane == nil ? Array(cards.prefix(BoardView.most)) : cards
    }

    /// Whose cards the page shows.
    var persons: [PupilID] { shownLanes.flatMap { shown($0).map(\.pupil) } }

    private func section(_ lane: BoardLane) -> HTML {
        let all = board.cards(lane).count
        let cards = shown(lane)
        let items: [HTML] = cards.map { card($0) }
        let list: HTML =
            items.isEmpty ? "<p class=\"quiet\">\(lane.none, language)</p>" : "<ul>\(items)</ul>"
        let count: HTML? = all == 0 ? nil : " <span class=\"quiet\">\(format.integer(all))</span>"
        return """
            <section id="lane-\(lane.rawValue)"><h2>\(lane.words, language)\(count)</h2>\(list)\
            \(more(lane, all, cards.count))</section>
            """
    }

    /// The way to the whole lane; paper says that it holds a part.
    private func more(_ lane: BoardLane, _ all: Int, _ shown: Int) -> HTML? {
        guard shown < all else { return nil }
        let (some, whole) = (format.integer(shown), format.integer(all))
        let link = Link(text("Rādīt visus (\(whole))", "Show all (\(whole))"), board.asked.address(of: lane))
        return """
            <p><span class="quiet">\(text("Parādīti \(some) no \(whole).", "\(some) of \(whole) shown."))</span>\
            <span class="screen-only"> \(link)<span class="unseen">: \(lane.words, language)</span></span></p>
            """
    }

    private func card(_ card: PupilBoard.Card) -> HTML {
        let place = place(card)
        let at: HTML? = place.isEmpty ? nil : " <span class=\"quiet\">\(place)</span>"
        let fresh: HTML? =
            card.hasNewSign ? " \(Badge(text("jauna pazīme", "new sign"), .attention))" : nil
        let ownerless: HTML? =
            card.isOwnerless ? " \(Badge(text("nav gadījuma vadītāja", "no owner"), .wrong))" : nil
        let state: HTML? = card.state.map { "<p>\($0.capitalised, language)</p>" }
        let signs: [HTML] = card.signs.map { "<p>\($0, language)</p>" }
        let level: HTML? = card.level.map { "<p>\($0.capitalised, language)</p>" }
        return """
            <li><p>\(Link(card.name, address(card)))\(at)\(fresh)\(ownerless)</p>\(state)\(level)\(signs)\
            <p class="quiet">\(line(card))</p>\(next(card))</li>
            """
    }

    private func place(_ card: PupilBoard.Card) -> String {
        let classGroup = card.classGroup > 0 ? board.name(ofClass: card.classGroup)?[language] : nil
        let institution =
            board.asked.institution == nil && board.institutions.count > 1
            ? board.name(of: card.institution)?[language] : nil
        return [classGroup, institution].compactMap { $0 }.joined(separator: ", ")
    }

    private func address(_ card: PupilBoard.Card) -> Address {
        card.caseID.map { Address("/cases/\(String($0))") }
            ?? Address("/pupils/\(String(card.pupil.rawValue))/signals")
    }

    private func line(_ card: PupilBoard.Card) -> String {
        let day = format.day(card.since)
        let since =
            card.lane == .closed
            ? text("Slēgts \(day)", "Closed \(day)") : text("Kopš \(day)", "Since \(day)")
        let who =
            card.isOwnerless
            ? text(
                "gadījuma vadītājs vairs neatbild; jāieceļ cits",
                "the owner answers no longer; name another one"
            )
            : card.who.map { text("atbild \($0)", "\($0) answers") }
                ?? text("neviens vēl nav uzņēmies", "nobody has taken it yet")
        return "\(since) · \(who)"
    }

    private func next(_ card: PupilBoard.Card) -> HTML? {
        guard let next = card.next, card.lane != .closed else { return nil }
        let late: HTML? =
            next < board.today ? " \(Badge(text("nokavēts", "overdue"), .wrong))" : nil
        return "<p class=\"quiet\">\(text("Jāpārskata", "Look again by")) \(format.day(next))\(late)</p>"
    }
}
