using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests.Errors;

public sealed class BadQueryTests
{
    private const string UnknownClosure = "/v1/closures/clo_01kaj3b6q0e1r8v5x2m9t4c7hw";

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("/v1/plans?colour=red", "colour=unknown_parameter")]
    [TestCase("/v1/plans?limit=1&limit=2", "limit=repeated")]
    [TestCase("/v1/plans?limit=0", "limit=out_of_range")]
    [TestCase("/v1/plans?limit=101", "limit=out_of_range")]
    [TestCase("/v1/plans?limit=-1", "limit=out_of_range")]
    [TestCase("/v1/plans?limit=", "limit=invalid_value")]
    [TestCase("/v1/plans?limit=ten", "limit=invalid_value")]
    [TestCase("/v1/plans?limit=1.0", "limit=invalid_value")]
    [TestCase("/v1/plans?limit=99999999999999999999", "limit=invalid_value")]
    [TestCase("/v1/plans?limit=0&colour=red&cursor=a&cursor=b", "colour=unknown_parameter", "limit=out_of_range", "cursor=repeated")]
    [TestCase("/v1/closures?limit=101", "limit=out_of_range")]
    [TestCase("/v1/plans/silver/versions?limit=0", "limit=out_of_range")]
    [TestCase("/v1/holidays", "year=required")]
    [TestCase("/v1/holidays?year=", "year=invalid_value")]
    [TestCase("/v1/holidays?year=abc", "year=invalid_value")]
    [TestCase("/v1/holidays?year=2026&year=2027", "year=repeated")]
    [TestCase("/v1/holidays?year=1999", "year=out_of_range")]
    [TestCase("/v1/holidays?year=2000", "year=out_of_range")]
    [TestCase("/v1/holidays?year=2200", "year=out_of_range")]
    [TestCase("/v1/holidays?year=-2026", "year=out_of_range")]
    [TestCase("/v1/holidays?limit=0&x=1", "year=required", "limit=out_of_range", "x=unknown_parameter")]
    [TestCase("/v1/plans/silver?at=yesterday", "at=invalid_value")]
    [TestCase("/v1/plans/silver?at=2026-11-20", "at=invalid_value")]
    [TestCase("/v1/plans/silver?at=2026-11-20T18:30:00", "at=invalid_value")]
    [TestCase("/v1/plans/silver?at=9999-12-31T23:59:59Z", "at=invalid_value")]
    [TestCase("/v1/plans/silver/versions/0", "version=out_of_range")]
    [TestCase("/v1/plans/silver/versions/-1", "version=out_of_range")]
    [TestCase("/v1/plans/silver/versions/latest", "version=invalid_value")]
    [TestCase("/v1/plans/silver/versions/2147483648", "version=invalid_value")]
    [TestCase("/v1/closures/clo_x", "closureId=invalid_value")]
    [TestCase("/v1/closures/cus_01kaj3b6q0e1r8v5x2m9t4c7hw", "closureId=invalid_value")]
    [TestCase("/v1/closures/clo_01KAJ3B6Q0E1R8V5X2M9T4C7HW", "closureId=invalid_value")]
    [TestCase("/v1/closures/clo_81kaj3b6q0e1r8v5x2m9t4c7hw", "closureId=invalid_value")]
    [TestCase("/v1/closures/clo_01kaj3b6q0e1r8v5x2m9t4c7hu", "closureId=invalid_value")]
    [TestCase("/v1/closures/clo_01kaj3b6q0e1r8v5x2m9t4c7hw0", "closureId=invalid_value")]
    [TestCase("/health/live?verbose=1", "verbose=unknown_parameter")]
    public async Task Parameter_ThatIsWrong_IsToldByName(string path, params string[] faults) =>
        Problem.ExpectFaults(await _app.Api.GetAsync(path), 400, "invalid_request", faults);

    [TestCase("/v1/plans/platinum", "plan_not_found")]
    [TestCase("/v1/plans/SILVER", "plan_not_found")]
    [TestCase("/v1/plans/platinum?at=2026-01-01T00:00:00Z", "plan_not_found")]
    [TestCase("/v1/plans/platinum/versions", "plan_not_found")]
    [TestCase("/v1/plans/platinum/versions/1", "plan_not_found")]
    [TestCase("/v1/plans/silver/versions/99", "plan_version_not_found")]
    [TestCase("/v1/plans/silver/versions/2147483647", "plan_version_not_found")]
    [TestCase("/v1/plans/silver?at=2000-12-31T22:59:59Z", "no_plan_version_then")]
    [TestCase("/v1/plans/silver?at=1970-01-01T00:00:00Z", "no_plan_version_then")]
    [TestCase(UnknownClosure, "closure_not_found")]
    [TestCase("/v1/nothing", "route_not_found")]
    [TestCase("/v2/plans", "route_not_found")]
    [TestCase("/v1", "route_not_found")]
    [TestCase("/", "route_not_found")]
    [TestCase("/v1/plans/silver/versions/1/2", "route_not_found")]
    [TestCase("/nowhere?x=1", "route_not_found")]
    public async Task Address_OfNothing_IsAProblem(string path, string code) => Problem.Expect(await _app.Api.GetAsync(path), 404, code);

    [Test]
    public async Task Closure_ThatIsUnknown_CannotBeWithdrawn() =>
        Problem.Expect(await _app.Api.DeleteAsync(UnknownClosure, ("If-Match", "*")), 404, "closure_not_found");

    [TestCase("GET", "/v1/sla/deadlines", "POST")]
    [TestCase("PUT", "/v1/plans/silver", "GET")]
    [TestCase("DELETE", "/v1/plans", "GET")]
    [TestCase("PATCH", UnknownClosure, "DELETE, GET")]
    [TestCase("PUT", "/v1/closures", "GET, POST")]
    [TestCase("POST", "/health/live", "GET")]
    public async Task Method_ThatTheAddressDoesNotTake_IsRefusedWithThoseThatItDoes(string method, string path, string allowed)
    {
        var answer = await _app.Api.SendAsync(new(method), path, null, []);

        Problem.Expect(answer, 405, "method_not_allowed");
        Assert.That(answer.Header("Allow")!.Split(", "), Is.EquivalentTo(allowed.Split(", ")));
    }

    [Test]
    public async Task Plan_UnknownInAnAddress_CannotBePublished()
    {
        var named = ApiDescription.Published.Named("publishPlanVersion");

        Problem.Expect(await _app.Api.PostAsync("/v1/plans/platinum/versions", named.RequestExample), 404, "plan_not_found");
    }
}
