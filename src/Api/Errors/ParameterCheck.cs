using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;

namespace MisterAssist.Api.Errors;

/// <summary>Checks the parameters in an address before they are bound, so that all faults are told at once, unknown names too.</summary>
/// <remarks>The bounds are those of the attributes from which the document is made.</remarks>
internal sealed class ParameterCheck(RequestDelegate next)
{
    /// <summary>How often a filter may be given.</summary>
    public const int MostRepeated = 20;

    private static readonly ConcurrentDictionary<RouteEndpoint, Parameter[]> Known = [];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return next(context);

        var parameters = Known.GetOrAdd(endpoint, ParametersOf);
        Fault[] faults = [.. UnknownIn(context.Request.Query, parameters), .. parameters.SelectMany(p => p.FaultsIn(context.Request))];
        return faults.Length == 0 ? next(context) : throw new InvalidRequestException("invalid_request", faults);
    }

    private static IEnumerable<Fault> UnknownIn(IQueryCollection query, Parameter[] parameters) =>
        from name in query.Keys
        where !Array.Exists(parameters, p => !p.InRoute && p.Name == name)
        select Fault.InParameter(name, "unknown_parameter", "There is no such parameter here.");

    private static Parameter[] ParametersOf(RouteEndpoint endpoint) =>
    [
        .. from binding in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
           let type = binding.ParameterInfo.ParameterType
           where binding.HasTryParse || type == typeof(string) || Nullable.GetUnderlyingType(type) is not null
                 || (type.IsArray && !binding.ParameterInfo.IsDefined(typeof(FromBodyAttribute)))
           let name = Attributes<FromQueryAttribute>(binding.ParameterInfo).FirstOrDefault()?.Name ?? binding.Name
           let inRoute = endpoint.RoutePattern.GetParameter(name) is not null
           select new Parameter(name, inRoute, binding.ParameterInfo, binding.IsOptional),
    ];

    /// <remarks>Not by the generic method of reflection: a parameter that is a property of another has its attributes as plain objects.</remarks>
    private static IEnumerable<T> Attributes<T>(ParameterInfo parameter)
        where T : Attribute =>
        parameter.GetCustomAttributes(typeof(T), inherit: true).OfType<T>();

    /// <summary>A parameter of an operation, with what it takes to check it looked up once.</summary>
    private sealed class Parameter(string name, bool inRoute, ParameterInfo info, bool isOptional)
    {
        private readonly Type _type = TypeOf(info);
        private readonly bool _isRepeatable = info.ParameterType.IsArray;
        private readonly ValidationAttribute[] _bounds = [.. Attributes<ValidationAttribute>(info)];
        private readonly Parser _parse = ParserOf(TypeOf(info));

        private delegate bool Parser(string text, out object? value);

        public string Name { get; } = name;

        public bool InRoute { get; } = inRoute;

        public static bool TryParse<T>(string text, out object? value)
            where T : IParsable<T>
        {
            var parsed = T.TryParse(text, null, out var typed);
            value = typed;
            return parsed;
        }

        public IEnumerable<Fault> FaultsIn(HttpRequest request)
        {
            var values = InRoute ? [request.RouteValues[Name]?.ToString()] : request.Query[Name].ToArray();
            if (values.Length == 0)
                return isOptional ? [] : [Fault.InParameter(Name, "required", "This parameter is needed.")];
            if (values.Length > 1 && !_isRepeatable)
                return [Fault.InParameter(Name, "repeated", "This parameter may be given once.")];
            return values.Length > MostRepeated
                ? [Fault.InParameter(Name, "too_many", $"This parameter may be given {MostRepeated} times.")]
                : values.SelectMany(value => FaultsOf(value ?? ""));
        }

        private IEnumerable<Fault> FaultsOf(string text)
        {
            if (!_parse(text, out var value))
                return [Fault.InParameter(Name, "invalid_value", Expected(_type))];
            if (!PlainText.IsOne(text))
                return [Fault.InParameter(Name, "invalid_value", PlainText.Expected)];

            return from bound in _bounds
                   where !bound.IsValid(value)
                   select Fault.InParameter(Name, "out_of_range", bound.FormatErrorMessage(Name));
        }

        private static Type TypeOf(ParameterInfo info)
        {
            var type = info.ParameterType.GetElementType() ?? info.ParameterType;
            return Nullable.GetUnderlyingType(type) ?? type;
        }

        private static Parser ParserOf(Type type) =>
            typeof(Parameter).GetMethod(nameof(TryParse))!.MakeGenericMethod(type).CreateDelegate<Parser>();

        private static IReadOnlyCollection<string> NamesOf(Type type) =>
            (IReadOnlyCollection<string>)type.GetProperty(nameof(IEnumParameter.Names))!.GetValue(null)!;

        private static string Expected(Type type) => type switch
        {
            _ when type == typeof(int) || type == typeof(long) => "A whole number is needed here.",
            _ when type == typeof(InstantParameter) => WireTime.NotAnInstant,
            _ when type == typeof(DurationParameter) => DurationParameter.Expected,
            _ when type == typeof(MonthParameter) => MonthParameter.Expected,
            _ when type == typeof(DateParameter) => WireTime.NotADate,
            _ when type == typeof(bool) => "true or false is needed here.",
            _ when type.IsAssignableTo(typeof(IEnumParameter)) => $"One of {string.Join(", ", NamesOf(type))} is needed here.",
            _ => "Not an id of this kind.",
        };
    }
}
