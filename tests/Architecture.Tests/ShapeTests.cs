using System.Reflection;
using FluentValidation;
using MediatR;

namespace MisterAssist.Architecture.Tests;

/// <summary>Sealed, internal, unchangeable from outside.</summary>
public sealed class ShapeTests
{
    private static readonly string[] Layered = Layers.All;

    private static readonly string[] SuffixesThatSayNothing = ["Dto", "Vm", "Model", "Info", "Manager", "Helper", "Utils", "Impl"];

    [TestCaseSource(nameof(Layered))]
    public void Classes_OfALayer_AreSealedUnlessStaticOrAbstract(string layer)
    {
        var classes = Layers.TypesOf(layer).Where(type => type.IsClass).ToList();

        var open = classes.Where(type => !type.IsSealed && !type.IsAbstract);

        Assert.That(classes, Is.Not.Empty);
        Assert.That(open, Is.Empty);
    }

    [Test]
    public void Handlers_AreInternalAndNeverSend()
    {
        var handlers = Layers.TypesOf(Layers.Application).Where(type => type.Implements(typeof(IRequestHandler<,>))).ToList();

        var wrong = handlers.Where(type => !type.IsInternal() || DependenciesOf(type).Contains(typeof(IMediator)));

        Assert.That(handlers, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Constructors_OfHandlersStoresAndServices_HaveFourDependenciesAtMost()
    {
        var types = Layers.TypesOf(Layers.Application).Concat(Layers.TypesOf(Layers.Infrastructure))
            .Where(type => type.IsClass && !type.IsRecord()).ToList();

        var wide = types.Where(type => DependenciesOf(type).Count() > 4);

        Assert.That(types, Is.Not.Empty);
        Assert.That(wide, Is.Empty);
    }

    [Test]
    public void Validators_AreInternalAndDependOnNothing()
    {
        var validators = Layers.TypesOf(Layers.Application).Where(type => type.IsAssignableTo(typeof(IValidator))).ToList();

        var wrong = validators.Where(type => !type.IsInternal() || DependenciesOf(type).Any());

        Assert.That(validators, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Requests_ArePublicRecordsNamedCommandOrQuery()
    {
        var requests = Layers.TypesOf(Layers.Application).Where(type => type.IsClass && type.Implements(typeof(IRequest<>))).ToList();

        var wrong = requests.Where(type => type.IsInternal() || !type.IsRecord()
            || !type.Name.EndsWith(type.IsAssignableTo(typeof(MisterAssist.Application.Shared.ICommand)) ? "Command" : "Query", StringComparison.Ordinal));

        Assert.That(requests, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [TestCase(Layers.Infrastructure, "InfrastructureServices")]
    [TestCase(Layers.Api)]
    public void Types_OfAnOuterLayer_AreInternalSaveItsRegistration(string layer, params string[] registration)
    {
        var types = Layers.TypesOf(layer);

        var visible = types.Where(type => !type.IsInternal()).Select(type => type.Name);

        Assert.That(types, Is.Not.Empty);
        Assert.That(visible, Is.EquivalentTo(registration));
    }

    [Test]
    public void SqlTypes_AreInternalAndImplementPorts()
    {
        // Beneath Shared are the engines themselves.
        var gateways = Layers.TypesOf(Layers.Infrastructure)
            .Where(type => type.Name.StartsWith("Sql", StringComparison.Ordinal) && !type.Namespace!.Contains(".Shared.", StringComparison.Ordinal)).ToList();

        var wrong = gateways.Where(type =>
            !type.IsInternal() || !Array.Exists(type.GetInterfaces(), i => i.Assembly == Layers.Assembly(Layers.Application)));

        Assert.That(gateways, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Endpoints_AreInternalAndStatic()
    {
        var endpoints = Layers.TypesOf(Layers.Api).Where(type => type.Name.EndsWith("Endpoints", StringComparison.Ordinal)).ToList();

        var wrong = endpoints.Where(type => !type.IsInternal() || !type.IsStatic());

        Assert.That(endpoints, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(Layered))]
    public void Properties_OfALayer_HaveNoPublicSetter(string layer)
    {
        var properties = Layers.TypesOf(layer).SelectMany(PropertiesOf).ToList();

        var settable = properties.Where(p => p.SetMethod is { IsPublic: true } setter && !IsInit(setter)).Select(Named);

        Assert.That(properties, Is.Not.Empty);
        Assert.That(settable, Is.Empty);
    }

    [Test]
    public void Properties_OfTheDomain_AreInitOnlyWhereARecordsParametersMakeThem()
    {
        var properties = Layers.TypesOf(Layers.Domain).SelectMany(PropertiesOf).ToList();

        var withInit = properties.Where(p => p.SetMethod is { IsPublic: true } setter && IsInit(setter) && !IsPositional(p)).Select(Named);

        Assert.That(properties, Is.Not.Empty);
        Assert.That(withInit, Is.Empty);
    }

    [TestCaseSource(nameof(Layered))]
    public void Names_OfALayer_SayWhatAThingIs(string layer)
    {
        var types = Layers.TypesOf(layer);

        var vague = types.Where(type => Array.Exists(SuffixesThatSayNothing, s => type.Name.EndsWith(s, StringComparison.Ordinal)));

        Assert.That(types, Is.Not.Empty);
        Assert.That(vague, Is.Empty);
    }

    [Test]
    public void Fields_OfWhatIsRunAgainInTheSameScope_AreSetOnceUnlessTheyAreForgotten()
    {
        var types = Layers.TypesOf(Layers.Application)
            .Concat(Layers.TypesOf(Layers.Infrastructure).Where(type => type.Name.StartsWith("Sql", StringComparison.Ordinal)))
            .Where(type => type.IsClass && !type.IsRecord()).ToList();

        var remembering = types.Where(type => FieldsOf(type).Any(field => !field.IsInitOnly)).ToList();

        Assert.That(remembering, Is.Not.Empty);
        Assert.That(remembering.Where(type => type.GetInterface("IForgetful") is null), Is.Empty);
    }

    /// <summary>Without what holds the parameters of a constructor.</summary>
    private static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(field => !field.Name.StartsWith('<'));

    private static IEnumerable<Type> DependenciesOf(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .OrderByDescending(c => c.GetParameters().Length)
            .Take(1)
            .SelectMany(c => c.GetParameters().Select(p => p.ParameterType));

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsPositional(PropertyInfo property) =>
        property.DeclaringType!.IsRecord()
        && property.DeclaringType!.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));

    private static string Named(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
