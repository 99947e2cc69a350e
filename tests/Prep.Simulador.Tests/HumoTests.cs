namespace Prep.Simulador.Tests;
public sealed class HumoTests { [Fact] public void Humo() => Assert.True(true); }
