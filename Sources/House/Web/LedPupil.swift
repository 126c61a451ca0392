import Frame

extension Visit {
    /// Leads a request that names a pupil by a number of before two became one to the number that counts.
    ///
    /// Gives the address of a page; a form goes on with the number put in its place.
    mutating func lead(_ page: any Page, to pupil: PupilID) -> String? {
        let number = String(pupil.rawValue)
        guard let asked = request.parts["pupil"].flatMap({ Int($0) }), asked != pupil.rawValue else {
            return nil
        }
        guard page.method == .get else {
            request.parts["pupil"] = number
            return nil
        }
        let names = page.path.split(separator: "/")
        let parts = pathAndQuery.prefix { $0 != "?" }.split(separator: "/")
        guard names.count == parts.count else { return nil }
        let path = zip(names, parts).map { $0 == ":pupil" ? number : String($1) }.joined(separator: "/")
        return "/\(path)\(pathAndQuery.drop { $0 != "?" })"
    }
}
