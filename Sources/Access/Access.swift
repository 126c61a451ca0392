package import Frame
internal import Kernel

/// The room of accounts, roles, sessions and the audit trail, with places by number.
package let accessRoom = makeAccessRoom(places: NumberedPlaces())

/// The room of accounts, roles, sessions and the audit trail, with the names of places from a room above, and a
/// provider of identities where one is configured.
package func makeAccessRoom(places: any Places, provider: (any IdentityProvider)? = nil) -> Room {
    Room(
        "access",
        Text(lv: "Piekļuve", en: "Access"),
        migrations: .access,
        permissions: Permission.access,
        pages: accessPages(places, provider) + providerPages(provider),
        navigation: [
            NavigationEntry(Text(lv: "Lietotāji", en: "Users"), "/users", .administer, order: 900),
            NavigationEntry(
                Text(lv: "Piekļuves žurnāls", en: "Audit trail"),
                "/audit",
                .readAudit,
                order: 910
            ),
            NavigationEntry(Text(lv: "Eksporti", en: "Exports"), "/exports", .approveExports, order: 920),
        ],
        codes: [ColumnCode("grant_role", "body") { (body: CaseBody) in body.words }]
    )
}

private func accessPages(_ places: any Places, _ provider: (any IdentityProvider)?) -> [any Page] {
    [
        SignInPage(provider: provider), SignInAction(provider: provider), SignInCodeAction(), SignOutAction(),
        StopViewingAction(),
        AccountPage(places: places), LanguageAction(), EndSessionAction(), PasswordPage(), PasswordAction(),
        SecondFactorPage(), SecondFactorStart(), SecondFactorConfirm(), WelcomePage(), WelcomeAction(),
        UsersPage(places: places), UserNewPage(places: places), UserNewAction(places: places),
        UserPage(places: places), UserEditAction(places: places), UserGrantAction(places: places),
        UserEndRoleAction(places: places), UserBodyAction(places: places), UserStateAction(places: places),
        UserLinkAction(places: places), UserIdentityAction(places: places),
        UserProposalAction(places: places),
        UserViewAction(places: places), MatrixPage(), AuditPage(places: places), ExportsPage(),
        ExportDecision(),
    ]
}

private func providerPages(_ provider: (any IdentityProvider)?) -> [any Page] {
    guard let provider else { return [] }
    return [ProviderStart(provider: provider), ProviderBack(provider: provider)]
}
